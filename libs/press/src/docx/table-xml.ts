import { columnsTwips, rowHeightTwips, type TableBlock, type TableCell, type TableRow, twips } from '#lib/typeset'
import { escapeXml } from './xml-text.js'

/** Writes the paragraph of a cell; an empty one in its style where the cell goes on from the row above. */
export type CellWriter = (cell: TableCell, continued: boolean) => string

/**
 * A table with fixed columns, repeated head rows, rows kept whole, spans across and down.
 * Source: ECMA-376 part 1 §17.4; element order of CT_TblPr, CT_TcPr.
 */
export function tableXml(table: TableBlock, cellXml: CellWriter): string {
  const width = columnsTwips(table.columns)
  const caption = table.alt === '' ? '' : `<w:tblCaption w:val="${escapeXml(table.alt)}"/>`
  const properties = `<w:tblStyle w:val="TableGrid"/><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>${caption}`
  const grid = table.columns.map((column) => `<w:gridCol w:w="${twips(column)}"/>`).join('')
  const open: (OpenSpan | undefined)[] = []
  const rows = table.rows.map((row, index) => rowXml(table, row, index, open, cellXml)).join('')
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`
}

/** A cell that reaches down over the rows to come. */
interface OpenSpan {
  readonly cell: TableCell
  left: number
}

function rowXml(table: TableBlock, row: TableRow, index: number, open: (OpenSpan | undefined)[], cellXml: CellWriter): string {
  const head = index < table.headerRows ? '<w:tblHeader/>' : ''
  const properties = `<w:trPr><w:cantSplit/><w:trHeight w:val="${rowHeightTwips(row.height)}" w:hRule="atLeast"/>${head}</w:trPr>`
  let xml = ''
  for (let column = 0; column < table.columns.length; ) {
    const span = open[column]
    const cell = span === undefined ? row.cells.find((one) => one.column === column) : span.cell
    if (span !== undefined && cell !== undefined) {
      xml += cellFrame(table, cell, '<w:vMerge/>', cellXml(cell, true))
      span.left--
      if (span.left === 0) open[column] = undefined
    } else if (cell !== undefined) {
      xml += cellFrame(table, cell, cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '', cellXml(cell, false))
      if (cell.rowSpan > 1) open[column] = { cell, left: cell.rowSpan - 1 }
    }
    column += cell?.colSpan ?? 1
  }
  return `<w:tr>${properties}${xml}</w:tr>`
}

function cellFrame(table: TableBlock, cell: TableCell, merge: string, content: string): string {
  const width = columnsTwips(table.columns.slice(cell.column, cell.column + cell.colSpan))
  const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : ''
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`
}
