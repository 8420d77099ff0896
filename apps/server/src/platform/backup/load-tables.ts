import type { Client } from 'pg'
import type { BackupReader } from './backup-reader.js'

/** House: so many rows go in with one statement. */
const batchRows = 200

interface Tie {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/**
 * Puts every row back in one transaction, into tables that are there and empty. What ties tables together is loosened for the time and tied again at the end,
 * when the database looks at all of it once more; triggers do not fire, since what they would write is in the archive, too.
 */
export async function loadTables(client: Client, reader: BackupReader): Promise<void> {
  await client.query('BEGIN')
  try {
    const names = reader.manifest.tables.map((table) => table.name)
    const ties = await tiesOf(client)
    for (const { table, name } of ties) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`)
    for (const name of names) await client.query(`ALTER TABLE "${name}" DISABLE TRIGGER USER`)
    for (const { name, rows } of reader.manifest.tables) await loadTable(client, reader, name, rows)
    for (const name of names) await client.query(`ALTER TABLE "${name}" ENABLE TRIGGER USER`)
    for (const { table, name, definition } of ties) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

async function tiesOf(client: Client): Promise<readonly Tie[]> {
  const { rows } = await client.query<Tie>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  )
  return rows
}

async function loadTable(client: Client, reader: BackupReader, name: string, expected: number): Promise<void> {
  const columns = await columnsOf(client, name)
  const list = columns.map((column) => `"${column.name}"`).join(', ')
  const sql = `INSERT INTO "${name}" (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM json_populate_recordset(NULL::"${name}", $1::json)`
  let rows = 0
  for (const entry of reader.entries.filter((one) => one.name.startsWith(`tables/${name}/`))) {
    const chunks: Buffer[] = []
    for await (const chunk of reader.read(entry)) chunks.push(chunk)
    const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n')
    for (let at = 0; at < lines.length; at += batchRows) await client.query(sql, [`[${lines.slice(at, at + batchRows).join(',')}]`])
    rows += lines.length
  }
  if (rows !== expected) throw new Error(`${name} has ${rows} rows in the archive and ${expected} in its manifest`)
  for (const { name: column, counted } of columns) if (counted) await goOnCounting(client, name, column)
}

/** Columns that can be written; those the database reckons itself are left to it. */
async function columnsOf(client: Client, table: string): Promise<readonly { name: string; counted: boolean }[]> {
  const { rows } = await client.query<{ name: string; counted: boolean }>(
    `SELECT attname AS name, attidentity <> '' AS counted FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [`public."${table}"`],
  )
  return rows
}

async function goOnCounting(client: Client, table: string, column: string): Promise<void> {
  await client.query(`SELECT setval(pg_get_serial_sequence($1, $2), (SELECT coalesce(max("${column}"), 0) + 1 FROM "${table}"), false)`, [
    `public."${table}"`,
    column,
  ])
}
