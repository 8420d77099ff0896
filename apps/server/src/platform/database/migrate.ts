import { Client } from 'pg'
import { conflict } from '#lib/editorial'
import { failpoint } from '../failpoint.js'
import { type MigrationFile, readMigrations } from './migration-files.js'

/** Only one process changes the shape at a time; the number is ours and means nothing. */
const lockKey = 20_240_917

export interface MigrationStatus {
  readonly number: number
  readonly name: string
  readonly applied: boolean
}

/** Brings the database to the newest shape; answers the steps taken. Started twice at once, each step happens once. */
export async function migrateUp(url: string, files?: readonly MigrationFile[]): Promise<readonly string[]> {
  const steps = files ?? (await readMigrations())
  return withLock(url, async (client) => {
    const done = await applied(client)
    refuseStrange(steps, done)
    const due = steps.filter((file) => !done.has(file.number))
    for (const file of due) await forward(client, file)
    return due.map(label)
  })
}

/** Takes back every step above the number given, newest first. */
export async function migrateDown(url: string, to: number, files?: readonly MigrationFile[]): Promise<readonly string[]> {
  const steps = files ?? (await readMigrations())
  return withLock(url, async (client) => {
    const done = await applied(client)
    refuseStrange(steps, done)
    const due = steps.filter((file) => done.has(file.number) && file.number > to).reverse()
    for (const file of due) await back(client, file)
    return due.map(label)
  })
}

export async function migrationStatus(url: string, files?: readonly MigrationFile[]): Promise<readonly MigrationStatus[]> {
  const steps = files ?? (await readMigrations())
  return withLock(url, async (client) => {
    const done = await applied(client)
    return steps.map(({ number, name }) => ({ number, name, applied: done.has(number) }))
  })
}

const label = (file: MigrationFile): string => `${String(file.number).padStart(4, '0')}-${file.name}`

async function withLock<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: 'bianyin-migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    await client.query(
      `CREATE TABLE IF NOT EXISTS schema_steps (number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    )
    return await work(client)
  } finally {
    await client.end()
  }
}

async function applied(client: Client): Promise<Map<number, string>> {
  const { rows } = await client.query<{ number: number; checksum: string }>('SELECT number, checksum FROM schema_steps')
  return new Map(rows.map((row) => [row.number, row.checksum]))
}

/** A shape made by a newer program, or by a step that was rewritten since, is left alone. */
function refuseStrange(steps: readonly MigrationFile[], done: ReadonlyMap<number, string>): void {
  const known = new Map(steps.map((file) => [file.number, file]))
  for (const [number, checksum] of done) {
    const file = known.get(number)
    if (file === undefined) throw conflict('database/newer-schema', { number })
    if (file.checksum !== checksum) throw conflict('database/step-rewritten', { step: label(file) })
  }
}

const forward = (client: Client, file: MigrationFile): Promise<void> =>
  atomically(client, file.up, () =>
    client.query('INSERT INTO schema_steps (number, name, checksum) VALUES ($1, $2, $3)', [file.number, file.name, file.checksum]),
  )

const back = (client: Client, file: MigrationFile): Promise<void> =>
  atomically(client, file.down, () => client.query('DELETE FROM schema_steps WHERE number = $1', [file.number]))

/** The step and its record stand or fall together, so a kill in the middle leaves nothing to clean up. */
async function atomically(client: Client, sql: string, record: () => Promise<unknown>): Promise<void> {
  await client.query('BEGIN')
  try {
    if (sql !== '') await client.query(sql)
    await failpoint('database/migration-before-record')
    await record()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}
