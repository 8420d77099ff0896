import { stringify } from 'csv-stringify/sync'
import type { Roster } from '#lib/editorial'
import { COLUMNS, rowOf } from './roster-columns.js'

/** What a spreadsheet would take for a formula, or what looks like one made harmless. Source: OWASP, CSV injection; full-width signs are taken as half-width by some. */
export const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/

const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

/** The roster as a file that spreadsheets open: UTF-8 with its mark, a head, one line an entry; no cell is a formula. */
export function writeRosterCsv(roster: Roster): string {
  const columns = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]
  const rows = roster.map((entry) => columns.map((column) => guarded(rowOf(entry)[column])))
  return stringify([columns.map((column) => COLUMNS[column]), ...rows], { bom: true, record_delimiter: 'windows' })
}
