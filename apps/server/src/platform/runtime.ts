import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import type { DataSource } from 'typeorm'
import { AuditEntry } from './audit/audit-entry.entity.js'
import { ChildPool } from './children/child-pool.js'
import type { Config } from './config/config.js'
import { sessionSecret } from './config/session-secret.js'
import { checkEncoding } from './database/check-encoding.js'
import { createDataSource, type EntityClass } from './database/data-source.js'
import { waitForDatabase } from './database/wait-for-database.js'
import type { FileStore } from './files/file-store.js'
import { openFiles } from './files/open-files.js'
import { createLog, type Log } from './log/log.js'
import { compiledProgram } from './project-root.js'
import { OutboxRow } from './queue/outbox.entity.js'

/** What every program of the house opens before its modules are built. */
export interface Runtime {
  readonly config: Config
  /** What the program calls itself: api, worker, cli. */
  readonly program: string
  readonly databaseUrl: string
  readonly sessionSecret: string
  readonly log: Log
  readonly dataSource: DataSource
  readonly files: FileStore
  readonly children: ChildPool
  close(): Promise<void>
}

export interface RuntimeNeeds {
  readonly config: Config
  readonly program: string
  readonly databaseUrl: string
  readonly entities: readonly EntityClass[]
  readonly connections?: number
  readonly log?: Log
}

/** House: a supervisor starts us again when the database is still away after this. */
const bootPatienceMs = 45_000

/** Waits for the database, checks it, and opens what the modules are built from. Migrations must have been run. */
export async function openRuntime(needs: RuntimeNeeds): Promise<Runtime> {
  const { config, databaseUrl, program } = needs
  const log = needs.log ?? createLog(config.logLevel, program)
  await waitForDatabase(databaseUrl, bootPatienceMs)
  await withClient(databaseUrl, checkEncoding)
  await mkdir(join(config.filesDir, 'unfinished'), { recursive: true })
  let closing = false
  const dataSource = createDataSource({
    url: databaseUrl,
    entities: [AuditEntry, OutboxRow, ...needs.entities],
    connections: needs.connections ?? 8,
    name: `bianyin-${program}`,
    // The pool says it is ended before its last connections are: a database stopped right after cuts them off, and nobody minds.
    onPoolError: (error) => closing || log.warn({ err: error }, 'a database connection failed'),
  })
  await dataSource.initialize()
  const children = new ChildPool({ ...childLimits(config), log })
  const files = openFiles(config)
  return {
    config,
    program,
    databaseUrl,
    sessionSecret: await sessionSecret(config),
    log,
    dataSource,
    files,
    children,
    close: () => {
      closing = true
      return close(dataSource, children)
    },
  }
}

/** For looking at the modules without running them (OpenAPI): the parts are there and nothing behind them is open. */
export function unopenedRuntime(config: Config): Runtime {
  const log = createLog('silent', 'preview')
  const dataSource = createDataSource({
    url: 'postgres://localhost/none',
    entities: [],
    connections: 1,
    name: 'preview',
    onPoolError: () => {},
  })
  const children = new ChildPool({ ...childLimits(config), log })
  const files = openFiles(config)
  return { config, program: 'preview', databaseUrl: '', sessionSecret: '', log, dataSource, files, children, close: async () => {} }
}

/** House: a 1,100-page issue is set in 300 MB; a gigabyte is something gone wrong. */
const childLimits = (config: Config) => ({
  program: compiledProgram('main.child'),
  size: config.workerConcurrency,
  heapMb: 768,
  residentMb: 1024,
  recycleAfter: 200,
  recycleAboveMb: 500,
})

async function close(dataSource: DataSource, children: ChildPool): Promise<void> {
  children.close()
  if (dataSource.isInitialized) await dataSource.destroy()
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
