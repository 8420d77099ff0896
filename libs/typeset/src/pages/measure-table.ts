import type { DraftTable } from '../compose/draft.js'
import type { BlockId, Pt, Sheet, TableBlock, TableCell, TextStyle } from '../layout.js'
import { jobOf, type SetLine, setLines, type Tools } from '../lines/set-lines.js'
import { measureWidths } from '../lines/widths.js'

/** Blank inside a cell, left and right. House: Word's own cell margin, 0.19 cm, so that both writers break cells alike. */
export const CELL_SIDE: Pt = 5.4

/** Blank inside a cell, above and below. House: a quarter of the cell text's size. */
export const CELL_HEAD: Pt = 2.75

export interface MeasuredCell {
  readonly cell: TableCell
  readonly style: TextStyle
  readonly lines: readonly SetLine[]
  /** From the table's left edge. */
  readonly x: Pt
  readonly width: Pt
  /** Rows below that it reaches into count too. */
  readonly height: Pt
}

export interface MeasuredRow {
  readonly cells: readonly MeasuredCell[]
  readonly height: Pt
  readonly header: boolean
  /** Reached into by a cell from above: no page begins here. */
  readonly covered: boolean
}

export interface MeasuredTable {
  readonly kind: 'measured'
  readonly block: TableBlock
  readonly rows: readonly MeasuredRow[]
  readonly headerHeight: Pt
  readonly id: BlockId
}

/** Measures a table: columns by what their cells need, rows by their tallest cell, the whole a number of grid lines high. Rows taller than a page are parted between lines. */
export function measureTable(tools: Tools, draft: DraftTable, sheet: Sheet): MeasuredTable {
  const { measure, pitch, lines } = sheet.master
  const columns = columnWidths(tools, draft, sheet, measure)
  const set = draft.rows.map((row) => row.map((cell) => setCell(tools, cell, columns, sheet)))
  const heights = closeWithGrid(rowHeights(set), pitch)
  const rows = draft.rows.map((row, index) => ({ height: heights[index]!, cells: row }))
  const measured = set.map(
    (cells, index): MeasuredRow => ({
      cells: cells.map((cell) => ({ ...cell, height: sum(heights.slice(index, index + cell.cell.rowSpan)) })),
      height: heights[index]!,
      header: index < draft.headerRows,
      covered: set.slice(0, index).some((above, r) => above.some(({ cell }) => r + cell.rowSpan > index)),
    }),
  )
  const tallest = (lines - 1) * pitch - sum(heights.slice(0, draft.headerRows))
  return {
    kind: 'measured',
    id: draft.id,
    block: { ...draft, columns, rows },
    rows: measured.flatMap((row) => partRow(row, tallest)),
    headerHeight: sum(heights.slice(0, draft.headerRows)),
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function styleOf(cell: TableCell, sheet: Sheet): TextStyle {
  const style = sheet.styles[cell.content.style]
  if (style === undefined) throw new Error(`no style ${cell.content.style}`)
  return style
}

/** Column widths that fill the measure: each gets what it must have, the rest is shared by what each would like. */
function columnWidths(tools: Tools, draft: DraftTable, sheet: Sheet, measure: Pt): Pt[] {
  const count = Math.max(1, ...draft.rows.flatMap((row) => row.map((cell) => cell.column + cell.colSpan)))
  const least = Array.from({ length: count }, () => 3 * CELL_SIDE)
  const natural = Array.from({ length: count }, () => 3 * CELL_SIDE)
  for (const cell of draft.rows.flat()) {
    const widths = measureWidths(tools, cell.content, styleOf(cell, sheet))
    for (let n = 0; n < cell.colSpan; n++) {
      const column = cell.column + n
      least[column] = Math.max(least[column]!, widths.least / cell.colSpan + 2 * CELL_SIDE)
      natural[column] = Math.max(natural[column]!, widths.natural / cell.colSpan + 2 * CELL_SIDE)
    }
  }
  return shareWidth(least, natural, measure)
}

/** Shares the measure among columns: who wishes less than an equal share gets the wish, the others share what is left; nobody gets less than must be. */
export function shareWidth(least: readonly Pt[], natural: readonly Pt[], measure: Pt): Pt[] {
  const must = sum(least)
  const wish = sum(natural)
  if (must >= measure) return least.map((width) => (width * measure) / must)
  if (wish <= measure) return natural.map((width) => (width * measure) / wish)
  const widths = [...natural]
  let open = natural.map((_, index) => index)
  let left = measure
  for (;;) {
    const equal = left / open.length
    const settled = open.filter((index) => natural[index]! <= equal || least[index]! >= equal)
    if (settled.length === 0) break
    for (const index of settled) {
      widths[index] = natural[index]! <= equal ? natural[index]! : least[index]!
      left -= widths[index]
    }
    open = open.filter((index) => !settled.includes(index))
    if (open.length === 0) break
  }
  for (const index of open) widths[index] = left / open.length
  const over = sum(widths) / measure
  return widths.map((width) => width / over)
}

function setCell(tools: Tools, cell: TableCell, columns: readonly Pt[], sheet: Sheet): MeasuredCell {
  const style = styleOf(cell, sheet)
  const x = sum(columns.slice(0, cell.column))
  const width = sum(columns.slice(cell.column, cell.column + cell.colSpan))
  const lines = setLines(tools, jobOf(cell.content, style, width - 2 * CELL_SIDE, 'fill'))
  return { cell, style, lines, x, width, height: 0 }
}

const needOf = (cell: MeasuredCell): Pt => Math.max(1, cell.lines.length) * cell.style.pitch + 2 * CELL_HEAD

function rowHeights(rows: readonly (readonly MeasuredCell[])[]): Pt[] {
  const heights = rows.map((cells) => Math.max(0, ...cells.filter(({ cell }) => cell.rowSpan === 1).map(needOf)))
  rows.forEach((cells, index) => {
    for (const cell of cells) {
      const last = Math.min(rows.length, index + cell.cell.rowSpan) - 1
      const short = needOf(cell) - sum(heights.slice(index, last + 1))
      if (short > 0) heights[last] = heights[last]! + short
    }
  })
  return heights
}

/** Rows share what the table lacks to a whole number of grid lines, so that the text below is on the grid again. */
function closeWithGrid(heights: readonly Pt[], pitch: Pt): Pt[] {
  const total = sum(heights)
  const closes = Math.ceil(total / pitch - 1e-9) * pitch
  return heights.map((height) => height + (closes - total) / heights.length)
}

/** A row that no page could hold is parted between its lines. */
function partRow(row: MeasuredRow, tallest: Pt): MeasuredRow[] {
  if (row.height <= tallest) return [row]
  const parts: MeasuredRow[] = []
  const pitch = Math.max(...row.cells.map((cell) => cell.style.pitch))
  const each = Math.max(1, Math.floor((tallest - 2 * CELL_HEAD) / pitch))
  const most = Math.max(...row.cells.map((cell) => cell.lines.length))
  for (let from = 0; from < most; from += each) {
    const height = Math.min(each, most - from) * pitch + 2 * CELL_HEAD
    const cells = row.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, from + each), height }))
    parts.push({ ...row, cells, height })
  }
  return parts
}
