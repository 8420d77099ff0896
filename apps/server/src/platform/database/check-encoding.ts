import type { Client } from 'pg'
import { conflict } from '#lib/editorial'

interface Row {
  encoding: string
  ctype: string | null
  provider: string
}

/** Chinese text in any other encoding is stored wrong, and under the C character type its search fails silently: refuses both. */
export async function checkEncoding(client: Client): Promise<void> {
  const { rows } = await client.query<Row>(
    `SELECT pg_encoding_to_char(encoding) AS encoding, datctype AS ctype, datlocprovider AS provider FROM pg_database WHERE datname = current_database()`,
  )
  const row = rows[0] as Row
  if (row.encoding !== 'UTF8') throw conflict('database/not-utf8', { encoding: row.encoding })
  if (row.provider === 'c' && (row.ctype === 'C' || row.ctype === 'POSIX')) throw conflict('database/blind-locale', { locale: row.ctype })
}
