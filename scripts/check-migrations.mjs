/** Builds a database from the migrations and asks TypeORM what the entities would still change: nothing, or the check fails. Then every step is taken back and taken again. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { ensureBuilt } from '../bin/build.js'

ensureBuilt({ only: 'server' })
const platform = '../dist/apps/server/src/platform'
const { startEmbedded } = await import(`${platform}/database/embedded/embedded-database.js`)
const { migrateUp, migrateDown } = await import(`${platform}/database/migrate.js`)
const { createDataSource } = await import(`${platform}/database/data-source.js`)
const { AuditEntry } = await import(`${platform}/audit/audit-entry.entity.js`)
const { OutboxRow } = await import(`${platform}/queue/outbox.entity.js`)
const { features } = await import('../dist/apps/server/src/features.js')

const folder = await mkdtemp(join(tmpdir(), 'bianyin-migrations-'))
const database = await startEmbedded(folder, { fsync: false, diesWithParent: true })
try {
  const steps = await migrateUp(database.url)
  await migrateDown(database.url, 0)
  const left = await leftovers(database.url)
  await migrateUp(database.url)
  const differences = [...left.map((name) => `${name} is left after every step was taken back`), ...(await compare(database.url))]
  for (const sql of differences) console.error(`differs: ${sql}`)
  console.log(`${steps.length} migrations, ${differences.length} differences to the entities`)
  process.exitCode = differences.length === 0 ? 0 : 1
} finally {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}

/** What stands in the schema besides the record of steps. */
async function leftovers(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'schema_steps%'
     UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
     UNION ALL SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typname NOT LIKE '%schema_steps'`,
  )
  await client.end()
  return rows.map((row) => row.name)
}

async function compare(url) {
  const entities = [AuditEntry, OutboxRow, ...features.entities]
  const dataSource = createDataSource({ url, entities, connections: 2, name: 'check-migrations', onPoolError: () => {} })
  await dataSource.initialize()
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log()
  await dataSource.destroy()
  return upQueries.map(({ query }) => query)
}
