import { type Cell, runsText, type Table } from '#lib/editorial'
import type { StyleName, TableCell } from '../layout.js'
import { type ArticleDesk, flowText, textBlock } from './desk.js'
import type { DraftTable } from './draft.js'

/** 表题 over the table, the table, 表注 under it. Source: GB/T 7713.2-2022 on 表 (题在上，注在下). */
export function composeTable(at: ArticleDesk, table: Table): void {
  const { desk, article } = at
  const { sheet, section } = desk
  if (table.caption !== null) {
    const set = flowText([{ text: table.caption }], sheet.styles['table-caption']?.face ?? 'hei', at.notes)
    desk.blocks.push(textBlock(sheet, section, { id: at.nextId(), style: 'table-caption', ...set, article }))
  }
  desk.blocks.push(draftTable(at, table))
  if (table.note !== null) desk.blocks.push(textBlock(sheet, section, { id: at.nextId(), style: 'table-note', text: table.note, article }))
}

function draftTable(at: ArticleDesk, table: Table): DraftTable {
  const id = at.nextId()
  const placed = placeCells(table.rows)
  const styles = columnStyles(placed, table.headerRows)
  const rows = placed.map((row, r) =>
    row.map(({ cell, column }, c): TableCell => {
      const header = r < table.headerRows
      const style = header ? 'table-head' : (alignedStyle(cell) ?? styles[column] ?? 'table-cell')
      const set = flowText(cell.runs, at.desk.sheet.styles[style]?.face ?? 'song', at.notes)
      const cellId = `${id}-${String(r + 1).padStart(3, '0')}-${String(c + 1).padStart(2, '0')}`
      const content = textBlock(at.desk.sheet, at.desk.section, { id: cellId, style, ...set, article: at.article })
      return { column, colSpan: cell.colSpan ?? 1, rowSpan: cell.rowSpan ?? 1, header, content }
    }),
  )
  const alt = table.caption ?? placed[0]?.map(({ cell }) => runsText(cell.runs)).join('、') ?? ''
  return {
    kind: 'table',
    id,
    section: at.desk.section,
    article: at.article,
    breakBefore: 'none',
    lead: 0,
    headerRows: table.headerRows,
    rows,
    alt,
  }
}

interface PlacedCell {
  readonly cell: Cell
  readonly column: number
}

/** Which column each cell begins in: cells from rows above that reach down take their columns first, as in HTML. */
export function placeCells(rows: readonly (readonly Cell[])[]): PlacedCell[][] {
  const taken: number[] = []
  return rows.map((row) => {
    let column = 0
    const placed = row.map((cell) => {
      while ((taken[column] ?? 0) > 0) column += 1
      const at = { cell, column }
      for (let n = 0; n < (cell.colSpan ?? 1); n++) taken[column + n] = (cell.rowSpan ?? 1) as number
      column += cell.colSpan ?? 1
      return at
    })
    for (let n = 0; n < taken.length; n++) taken[n] = Math.max(0, (taken[n] ?? 0) - 1)
    return placed
  })
}

const NUMBER = /^[-+−]?[\d,.\s]+[%％‰]?$/

/** From how many characters on a cell is read as text, from the left. House: up to eight stand well in the middle. */
const LONG_CELL = 8

/** A column of numbers is set from the right, one of short words in the middle, one of text from the left. Source: typography checklist 32 (digits aligned). */
function columnStyles(rows: readonly (readonly PlacedCell[])[], headerRows: number): StyleName[] {
  const texts: string[][] = []
  for (const row of rows.slice(headerRows)) {
    for (const { cell, column } of row) {
      if ((cell.colSpan ?? 1) > 1) continue
      texts[column] ??= []
      texts[column].push(runsText(cell.runs).trim())
    }
  }
  return Array.from(texts, (column) => {
    const filled = (column ?? []).filter((text) => text !== '' && !/^[—\-–／/]+$/.test(text))
    if (filled.length > 0 && filled.every((text) => NUMBER.test(text))) return 'table-number'
    return filled.some((text) => text.length > LONG_CELL) ? 'table-cell' : 'table-center'
  })
}

function alignedStyle(cell: Cell): StyleName | null {
  if (cell.align === 'center') return 'table-center'
  if (cell.align === 'right') return 'table-number'
  return cell.align === 'left' ? 'table-cell' : null
}
