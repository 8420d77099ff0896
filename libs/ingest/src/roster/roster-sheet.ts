import type { Roster } from '#lib/editorial'
import { readSheet } from '../sheet/read-sheet.js'
import { writeSheet } from '../sheet/write-sheet.js'
import { type RosterRead, readRosterCsv, rosterOf } from './read-roster-csv.js'
import { COLUMNS, type Column, rowOf } from './roster-columns.js'

/** Widths in characters: 名称 and 职务、旧称或文号 hold whole names. */
const WIDTHS: Readonly<Record<Column, number>> = { kind: 12, name: 36, value: 36, from: 12, to: 12, others: 40, note: 30 }

/** A roster out of a file, a workbook or a text of cells, told by its bytes. Refuses `ingest/not-roster`, `ingest/too-large`, and what no archive may hold. */
export async function readRoster(bytes: Uint8Array, name: string): Promise<RosterRead> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isArchive ? rosterOf(await readSheet(bytes, name), name) : readRosterCsv(bytes, name)
}

/** The roster as a workbook (.xlsx). */
export function writeRosterSheet(roster: Roster): Uint8Array {
  const columns = Object.keys(COLUMNS) as Column[]
  const rows = roster.map((entry) => columns.map((column) => rowOf(entry)[column]))
  return writeSheet(
    '名册',
    [columns.map((column) => COLUMNS[column]), ...rows],
    columns.map((column) => WIDTHS[column]),
  )
}
