import type { Client } from 'pg'
import type { BackupWriter } from './backup-writer.js'

/** Rows fetched at once, and bytes gathered before they become one entry of the archive. */
const fetchRows = 500
const partBytes = 4 * 1024 * 1024

export interface Dumped {
  readonly steps: readonly number[]
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
  readonly audit: { readonly entries: number; readonly head: string | null }
}

/** Every row as it stood at one moment, one JSON line each: `tables/<name>/<part>.jsonl`. The queue's own tables are not kept: the reconciler rings what is due. */
export async function dumpTables(client: Client, writer: BackupWriter, leaveOut: readonly string[]): Promise<Dumped> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    const tables: { name: string; rows: number }[] = []
    for (const name of await tableNames(client, leaveOut)) tables.push({ name, rows: await dumpTable(client, writer, name) })
    const steps = await client.query<{ number: number }>('SELECT number FROM schema_steps ORDER BY number')
    return { steps: steps.rows.map((row) => row.number), tables, audit: await auditHead(client) }
  } finally {
    await client.query('COMMIT')
  }
}

async function tableNames(client: Client, leaveOut: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
  )
  return rows.map((row) => row.name).filter((name) => name !== 'schema_steps' && !leaveOut.includes(name))
}

async function dumpTable(client: Client, writer: BackupWriter, name: string): Promise<number> {
  await client.query(`DECLARE all_rows NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS line FROM "${name}" t`)
  let [rows, part, bytes] = [0, 0, 0]
  let lines: string[] = []
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return
    part += 1
    await writer.add(`tables/${name}/${String(part).padStart(6, '0')}.jsonl`, Buffer.from(`${lines.join('\n')}\n`))
    lines = []
    bytes = 0
  }
  for (;;) {
    const fetched = await client.query<{ line: string }>(`FETCH ${fetchRows} FROM all_rows`)
    for (const { line } of fetched.rows) {
      lines.push(line)
      bytes += line.length
      if (bytes > partBytes) await flush()
    }
    rows += fetched.rows.length
    if (fetched.rows.length < fetchRows) break
  }
  await flush()
  await client.query('CLOSE all_rows')
  return rows
}

async function auditHead(client: Client): Promise<Dumped['audit']> {
  const { rows } = await client.query<{ entries: number; head: string | null }>(
    'SELECT count(*)::int AS entries, (SELECT hash FROM audit_entries ORDER BY sequence DESC LIMIT 1) AS head FROM audit_entries',
  )
  return rows[0] ?? { entries: 0, head: null }
}
