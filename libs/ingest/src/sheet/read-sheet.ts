import { invalid, Refusal } from '#lib/editorial'
import { child, childrenNamed, descendants, elementsOf, parseXml, textIn, type XmlElement } from '../docx/xml.js'
import { readParts } from '../docx/zip-parts.js'

const WANTED = /^xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/

/** House: a roster has seven columns; a row with more than this is no row. */
const MOST_COLUMNS = 100
const MOST_ROWS = 20_000

/**
 * The cells of the first sheet of a workbook (.xlsx), row by row, as texts; days as `2025-03-06`. Formulas give what they last came to. Refuses
 * `ingest/not-roster` what is no workbook, and what the guard of archives refuses.
 */
export async function readSheet(bytes: Uint8Array, name: string): Promise<string[][]> {
  const parts = await readParts(bytes, name, WANTED).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'ingest/not-docx' ? invalid('ingest/not-roster', { name }) : error
  })
  const part = (path: string): XmlElement | undefined => {
    const found = parts.get(path)
    return found === undefined ? undefined : parseXml(found, name)
  }
  const sheet = part(firstSheet(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels')))
  if (sheet === undefined) throw invalid('ingest/not-roster', { name })
  const book = { strings: stringsOf(part('xl/sharedStrings.xml')), dated: datedStyles(part('xl/styles.xml')) }
  return rowsOf(sheet, book, name)
}

function firstSheet(book: XmlElement | undefined, relations: XmlElement | undefined): string {
  const id = elementsOf(child(book, 'sheets'))[0]?.attributes['r:id']
  const target = elementsOf(relations).find((one) => one.attributes.Id === id)?.attributes.Target ?? 'worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** The words of a text, without the readings (拼音) some programs put beside them. */
const wordsOf = (element: XmlElement): string =>
  elementsOf(element)
    .map((one) => (one.name === 't' ? textIn(one) : one.name === 'r' ? childrenNamed(one, 't').map(textIn).join('') : ''))
    .join('')

const stringsOf = (table: XmlElement | undefined): string[] => childrenNamed(table, 'si').map(wordsOf)

/** The styles of cells that show a day. Source: ECMA-376 18.8.30, built-in formats 14–17, 22, 27–36, 50–58; others by their letters. */
function datedStyles(styles: XmlElement | undefined): ReadonlySet<number> {
  const codes = new Map(
    elementsOf(child(styles, 'numFmts')).map((one) => [Number(one.attributes.numFmtId), one.attributes.formatCode ?? '']),
  )
  const isDate = (id: number): boolean =>
    (id >= 14 && id <= 17) ||
    id === 22 ||
    (id >= 27 && id <= 36) ||
    (id >= 50 && id <= 58) ||
    /[yd年日]/i.test((codes.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]/g, ''))
  const formats = elementsOf(child(styles, 'cellXfs'))
  return new Set(formats.flatMap((one, index) => (isDate(Number(one.attributes.numFmtId ?? 0)) ? [index] : [])))
}

interface Book {
  readonly strings: readonly string[]
  readonly dated: ReadonlySet<number>
}

function rowsOf(sheet: XmlElement, book: Book, name: string): string[][] {
  const rows: string[][] = []
  for (const row of childrenNamed(child(sheet, 'sheetData'), 'row')) {
    const at = Number(row.attributes.r ?? rows.length + 1) - 1
    if (!(at >= 0 && at < MOST_ROWS)) throw invalid('ingest/too-large', { name })
    while (rows.length < at) rows.push([])
    rows[at] = cellsOf(row, book, name)
  }
  return rows
}

function cellsOf(row: XmlElement, book: Book, name: string): string[] {
  const cells: string[] = []
  for (const cell of childrenNamed(row, 'c')) {
    const at = columnOf(cell.attributes.r) ?? cells.length
    if (at >= MOST_COLUMNS) throw invalid('ingest/too-large', { name })
    while (cells.length < at) cells.push('')
    cells[at] = textOf(cell, book)
  }
  return cells
}

/** `B7` is column 1. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function textOf(cell: XmlElement, { strings, dated }: Book): string {
  const type = cell.attributes.t ?? 'n'
  if (type === 'inlineStr')
    return [...descendants(cell)]
      .filter((one) => one.name === 'is')
      .map(wordsOf)
      .join('')
  const value = child(cell, 'v')
  const text = value === undefined ? '' : textIn(value)
  if (type === 's') return strings[Number(text)] ?? ''
  return type === 'n' && dated.has(Number(cell.attributes.s ?? -1)) ? dayOf(Number(text)) : text
}

/** Days since 1899-12-30. Source: ECMA-376 18.17.4.1, the 1900 system as programs count it from March 1900. */
function dayOf(serial: number): string {
  if (!(serial > 60 && serial < 200_000)) return String(serial)
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
}
