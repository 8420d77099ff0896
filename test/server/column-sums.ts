import pg from 'pg'

/** Every column of every table by name, with one sum over all it holds, whatever the order of the rows; our own tables alone. */
export async function columnSums(url: string): Promise<ReadonlyMap<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: columns } = await client.query<{ table: string; column: string }>(
      `SELECT relname AS table, attname AS column FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'schema_steps' AND attnum > 0 AND NOT attisdropped`,
    )
    if (columns.length === 0) return new Map()
    const sums = columns.map(
      ({ table, column }) =>
        `SELECT '${table}.${column}' AS name, md5(string_agg(md5(coalesce(t."${column}"::text, '-')), '' ORDER BY t."${column}"::text)) AS sum FROM "${table}" t`,
    )
    const { rows } = await client.query<{ name: string; sum: string | null }>(sums.join(' UNION ALL '))
    return new Map(rows.map(({ name, sum }) => [name, sum ?? 'empty']))
  } finally {
    await client.end()
  }
}
