import pg from 'pg'

/** What the tables say of the renders, asked from outside. */
export interface Tables {
  query<Row extends object>(sql: string, params?: readonly unknown[]): Promise<Row[]>
}

/** The tables of a database that may be away for a moment: asked again until it answers. */
export const patientTables = (url: () => string): Tables => ({
  async query<Row extends object>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    for (let tries = 0; ; tries += 1) {
      const client = new pg.Client({ connectionString: url(), connectionTimeoutMillis: 2000 })
      client.on('error', () => {})
      try {
        await client.connect()
        return (await client.query<Row>(sql, [...params])).rows
      } catch (error) {
        if (tries > 40) throw error
        await new Promise((resolve) => setTimeout(resolve, 250))
      } finally {
        await client.end().catch(() => {})
      }
    }
  },
})

const waiting = `SELECT count(*)::int AS n FROM renders WHERE state IN ('queued', 'running')`
const atWork = `SELECT count(*)::int AS n FROM renders WHERE state = 'running' AND beat_at > now() - interval '300 milliseconds'`

const count = async (tables: Tables, sql: string): Promise<number> => (await tables.query<{ n: number }>(sql))[0]?.n ?? 0

/** Until nothing is waiting or running; answers milliseconds, or undefined when the patience is over. */
export async function settle(tables: Tables, patienceMs: number): Promise<number | undefined> {
  const began = performance.now()
  while ((await count(tables, waiting)) > 0) {
    if (performance.now() - began > patienceMs) return undefined
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return performance.now() - began
}

/** Until a render is in somebody's hands, not in those of a dead worker; or nothing is left to do; or the patience is over. */
export async function somebodyWorks(tables: Tables, patienceMs: number): Promise<void> {
  const began = performance.now()
  while (performance.now() - began < patienceMs) {
    if ((await count(tables, atWork)) > 0 || (await count(tables, waiting)) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export const done = (tables: Tables): Promise<number> => count(tables, `SELECT count(*)::int AS n FROM renders WHERE state = 'done'`)
