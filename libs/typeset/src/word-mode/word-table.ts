import type { Sheet, TableBlock, TableCell } from '../layout.js'
import { type Twips, twips } from './measures.js'
import { GAPS, wordStarts } from './word-text.js'

/** Blank inside a cell, left and right, as the DOCX has it: Word's own 0.19 cm. */
export const CELL_SIDE_TWIPS: Twips = 108

/** The rules of a table are half a point, which Word adds to the height a row asks for (measured by others on Word 2016). */
const RULE: Twips = 10

/** Height a row of the DOCX asks for: what the pages give it, less the rule Word adds. */
export const rowHeightTwips = (height: number): Twips => Math.max(0, twips(height) - RULE)

/** Width of columns of the DOCX. */
export const columnsTwips = (columns: readonly number[]): Twips => columns.reduce((sum, column) => sum + twips(column), 0)

/** Heights of a table's rows as Word makes them, for each of the two ways: as high as a row asks to be, or as its fullest cell makes it. */
export function wordRows(table: TableBlock, sheet: Sheet): readonly (readonly Twips[])[] {
  const ways = GAPS.map(() => table.rows.map((row) => rowHeightTwips(row.height)))
  table.rows.forEach((row, index) => {
    for (const cell of row.cells) {
      const needs = cellHeights(table, cell, sheet)
      ways.forEach((heights, way) => {
        reach(heights, index, Math.min(table.rows.length, index + cell.rowSpan), needs[way]!)
      })
    }
  })
  return ways.map((heights) => heights.map((height) => height + RULE))
}

/** Rows from one to another are made high enough for a cell; what is wanting is added to the last. */
function reach(heights: Twips[], from: number, to: number, needed: Twips): void {
  const has = heights.slice(from, to).reduce((sum, height) => sum + height, 0)
  if (needed > has) heights[to - 1]! += needed - has
}

function cellHeights(table: TableBlock, cell: TableCell, sheet: Sheet): Twips[] {
  const style = sheet.styles[cell.content.style]
  if (style === undefined) throw new Error(`no style ${cell.content.style}`)
  const width = columnsTwips(table.columns.slice(cell.column, cell.column + cell.colSpan)) - 2 * CELL_SIDE_TWIPS
  return wordStarts(cell.content, style, width).map((starts) => starts.length * twips(style.pitch))
}
