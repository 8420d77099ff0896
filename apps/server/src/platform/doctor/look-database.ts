import pg from 'pg'
import { nowMs } from '../clock.js'
import type { Config } from '../config/config.js'
import { checkEncoding } from '../database/check-encoding.js'
import { findBinaries } from '../database/embedded/binaries.js'
import { joinEmbedded } from '../database/embedded/embedded-database.js'
import { readMigrations } from '../database/migration-files.js'
import { type Found, ok, wrong } from './finding.js'

/** The database given, or the embedded one: running, or at least there to be started. */
export async function lookDatabase(config: Config): Promise<readonly Found[]> {
  const url = config.databaseUrl ?? (await joinEmbedded(config.dataDir))?.url
  if (url !== undefined) return lookInside(url, config.databaseUrl === undefined ? 'embedded' : 'given')
  try {
    return [ok('database', { kind: 'embedded', running: 'no', program: (await findBinaries()).postgres })]
  } catch (error) {
    return [wrong('database', { reason: (error as Error).message })]
  }
}

async function lookInside(url: string, kind: string): Promise<readonly Found[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 4000, query_timeout: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await checkEncoding(client)
    const { rows } = await client.query<{ version: string; host: string; ahead: number }>(
      `SELECT current_setting('server_version') AS version, coalesce(host(inet_server_addr()), 'local') AS host,
              extract(epoch FROM clock_timestamp())::float8 * 1000 - $1 AS ahead`,
      [nowMs()],
    )
    const row = rows[0] as { version: string; host: string; ahead: number }
    return [
      ok('database', { kind, version: row.version, host: row.host, clockAheadMs: Math.round(row.ahead) }),
      await lookSchema(client),
      await lookQueue(client),
    ]
  } catch (error) {
    return [wrong('database', { kind, reason: (error as Error).message })]
  } finally {
    await client.end().catch(() => {})
  }
}

async function lookSchema(client: pg.Client): Promise<Found> {
  const newest = (await readMigrations()).at(-1)?.number ?? 0
  const { rows } = await client
    .query<{ number: number | null }>('SELECT max(number) AS number FROM schema_steps')
    .catch(() => ({ rows: [{ number: null }] }))
  const stands = rows[0]?.number ?? 0
  return stands === newest ? ok('schema', { step: stands }) : wrong('schema', { step: stands, newest })
}

/** How many jobs wait to be rung in, and how long the oldest has waited: more than a minute means that no worker is at work. */
async function lookQueue(client: pg.Client): Promise<Found> {
  const { rows } = await client
    .query<{ waiting: number; oldest: number | null }>(
      'SELECT count(*)::int AS waiting, extract(epoch FROM now() - min(added_at))::float8 AS oldest FROM outbox',
    )
    .catch(() => ({ rows: [] }))
  const { waiting = 0, oldest = null } = rows[0] ?? {}
  const facts = { waiting, oldestSeconds: Math.round(oldest ?? 0) }
  return (oldest ?? 0) > 60 ? wrong('outbox', facts) : ok('outbox', facts)
}
