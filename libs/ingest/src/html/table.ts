import type { Cell, Run, Table } from '#lib/editorial'
import { hanCount } from './container.js'
import { type Element, isElement, isText, type Node } from './dom.js'

/** House: cells of a table of facts are short; longer ones mean the table only arranges the page. */
const LONGEST_CELL = 120

const textOf = (element: Element): string =>
  (element.children as Node[]).map((child) => (isText(child) ? child.data : isElement(child) ? textOf(child) : '')).join('')

function rowsOf(table: Element): { row: Element; head: boolean }[] {
  const rows: { row: Element; head: boolean }[] = []
  for (const child of (table.children as Node[]).filter(isElement)) {
    if (child.name === 'tr') rows.push({ row: child, head: false })
    else if (['thead', 'tbody', 'tfoot'].includes(child.name)) {
      for (const row of (child.children as Node[]).filter(isElement))
        if (row.name === 'tr') rows.push({ row, head: child.name === 'thead' })
    }
  }
  return rows
}

const cellsOf = (row: Element): Element[] =>
  (row.children as Node[]).filter(isElement).filter((cell) => cell.name === 'td' || cell.name === 'th')

/** Whether a table holds facts, or only arranges the page: one row or column, long cells, tables in it. */
export function isDataTable(table: Element): boolean {
  const rows = rowsOf(table).map(({ row }) => cellsOf(row))
  const cells = rows.flat()
  if (rows.length < 2 || cells.length < 4 || Math.max(...rows.map((row) => row.length)) < 2) return false
  return !cells.some((cell) => hanCount(textOf(cell)) > LONGEST_CELL || holdsTable(cell))
}

const holdsTable = (element: Element): boolean =>
  (element.children as Node[]).filter(isElement).some((child) => child.name === 'table' || holdsTable(child))

export function readTable(table: Element, runsIn: (cell: Element) => readonly Run[]): Table {
  const rows = rowsOf(table)
  const head = rows.findIndex(({ row, head: declared }) => !declared && !cellsOf(row).every((cell) => cell.name === 'th'))
  const caption = (table.children as Node[]).filter(isElement).find((child) => child.name === 'caption')
  return {
    kind: 'table',
    caption: caption === undefined ? null : textOf(caption).trim() || null,
    headerRows: Math.max(head, 1) === rows.length ? 1 : Math.max(head, 1),
    rows: rows.map(({ row }) => cellsOf(row).map((cell) => readCell(cell, runsIn))),
    note: null,
  }
}

function readCell(cell: Element, runsIn: (cell: Element) => readonly Run[]): Cell {
  const span = (name: string): number => Math.min(Math.max(Number.parseInt(cell.attribs[name] ?? '1', 10) || 1, 1), 60)
  const said = `${cell.attribs.align ?? ''}${/text-align\s*:\s*(\w+)/i.exec(cell.attribs.style ?? '')?.[1] ?? ''}`.toLowerCase()
  const align = said === 'left' || said === 'center' || said === 'right' ? said : undefined
  return {
    runs: runsIn(cell),
    ...(span('colspan') > 1 ? { colSpan: span('colspan') } : {}),
    ...(span('rowspan') > 1 ? { rowSpan: span('rowspan') } : {}),
    ...(align === undefined ? {} : { align }),
  }
}
