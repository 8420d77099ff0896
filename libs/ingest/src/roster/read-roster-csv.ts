import { parse } from 'csv-parse/sync'
import { invalid, type RosterEntry, type RosterKind, rosterEntry } from '#lib/editorial'
import { decodeText } from '../decode-text.js'
import { readDateText } from '../forms/date-text.js'
import { COLUMNS, type Column, KINDS, parted, type Row } from './roster-columns.js'
import { FORMULA } from './write-roster-csv.js'

/** A line that says no entry: its number in the file, from 1, and what is wrong. */
export interface RosterFlaw {
  readonly row: number
  readonly column: Column | null
  /** `kind`, `date`, or what the wire's shape says. */
  readonly reason: string
}

export interface RosterRead {
  readonly entries: readonly RosterEntry[]
  readonly flaws: readonly RosterFlaw[]
}

/** House: a unit's roster has some hundred lines; ten thousand is room for all bodies of a country. */
const MOST_ROWS = 10_000
const MOST_BYTES = 5 * 1024 * 1024

/**
 * A roster out of a file as spreadsheets save it, UTF-8 or GBK, with commas, semicolons or tabs; the columns stand in any order under their names.
 * Lines that say no entry are told by their number. Refuses `ingest/not-roster` what has no such head, `ingest/too-large`.
 */
export function readRosterCsv(bytes: Uint8Array, name: string): RosterRead {
  if (bytes.length > MOST_BYTES) throw invalid('ingest/too-large', { name })
  const rows = cellsOf(decodeText(bytes).text, name)
  if (rows.length > MOST_ROWS + 1) throw invalid('ingest/too-large', { name })
  return rosterOf(rows, name)
}

/** The same from cells, row by row, the head first. */
export function rosterOf(rows: readonly (readonly string[])[], name: string): RosterRead {
  const head = columnsOf(rows[0] ?? [])
  if (!head.includes('kind') || !head.includes('name')) throw invalid('ingest/not-roster', { name })
  const entries: RosterEntry[] = []
  const flaws: RosterFlaw[] = []
  for (const [index, cells] of rows.entries()) {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) continue
    const read = entryOf(namedCells(head, cells), index + 1)
    if ('kind' in read) entries.push(read)
    else flaws.push(read)
  }
  return { entries, flaws }
}

function cellsOf(text: string, name: string): string[][] {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const delimiter = ['\t', ';', ','].find((sign) => first.includes(sign)) ?? ','
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 10_000,
    })
  } catch {
    throw invalid('ingest/not-roster', { name })
  }
}

const NAMES = new Map<string, Column>(
  (Object.keys(COLUMNS) as Column[]).flatMap((column) => [
    [column, column],
    [COLUMNS[column], column],
  ]),
)

const columnsOf = (head: readonly string[]): (Column | null)[] => head.map((cell) => NAMES.get(cell.replace(/^\ufeff/, '').trim()) ?? null)

function namedCells(head: readonly (Column | null)[], cells: readonly string[]): Row {
  const row: Record<Column, string> = { kind: '', name: '', value: '', from: '', to: '', others: '', note: '' }
  for (const [index, column] of head.entries()) if (column !== null) row[column] = unguarded((cells[index] ?? '').trim())
  return row
}

/** What the writer put before a cell that looks like a formula goes again. */
const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell)

function entryOf(row: Row, number: number): RosterEntry | RosterFlaw {
  const kind = (Object.keys(KINDS) as RosterKind[]).find((one) => one === row.kind || KINDS[one] === row.kind)
  if (kind === undefined) return { row: number, column: 'kind', reason: 'kind' }
  const [from, to] = [dateOf(row.from), dateOf(row.to)]
  if (from === undefined) return { row: number, column: 'from', reason: 'date' }
  if (to === undefined) return { row: number, column: 'to', reason: 'date' }
  const read = rosterEntry.safeParse(shaped(kind, row, { from, to }))
  if (read.success) return read.data
  const issue = read.error.issues[0]
  return { row: number, column: columnNamed(String(issue?.path[0] ?? '')), reason: issue?.message ?? 'invalid' }
}

/** 2023-05-18, 2023年5月18日, 2023/5, 2023; undefined where a cell says something else. */
function dateOf(cell: string): string | null | undefined {
  if (cell === '' || cell === '至今') return null
  return /^\d{4}年?$/.test(cell) ? cell.slice(0, 4) : (readDateText(cell) ?? undefined)
}

const columnNamed = (field: string): Column | null =>
  (
    ({
      name: 'name',
      office: 'value',
      formerly: 'value',
      number: 'value',
      from: 'from',
      date: 'from',
      to: 'to',
      others: 'others',
      wrong: 'others',
      note: 'note',
    }) as const
  )[field as 'name'] ?? null

function shaped(kind: RosterKind, { name, value, others, note }: Row, span: { from: string | null; to: string | null }): unknown {
  switch (kind) {
    case 'person':
      return { kind, name, office: value, ...span, note }
    case 'body':
      return { kind, name, formerly: value, from: span.from, note }
    case 'meeting':
      return { kind, name, others: parted(others), ...span, note }
    case 'phrase':
      return { kind, name, wrong: parted(others), note }
    case 'document':
      return { kind, name, number: value, date: span.from, note }
    case 'source':
      return { kind, name, others: parted(others), note }
  }
}
