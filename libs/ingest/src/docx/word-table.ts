import { type Cell, type Run, runsText } from '#lib/editorial'
import { readyPiece } from '../piece.js'
import type { WordPiece } from './word-piece.js'
import { child, childrenNamed, value, type XmlElement } from './xml.js'

/** House: a table of one cell is a frame round text. */
export function readTable(table: XmlElement, piecesIn: (cell: XmlElement) => WordPiece[]): WordPiece[] {
  const rows = childrenNamed(table, 'w:tr').filter((row) => child(child(row, 'w:trPr'), 'w:del') === undefined)
  const cells = rows.flatMap((row) => childrenNamed(row, 'w:tc'))
  if (cells.length === 1) return cells.flatMap(piecesIn)
  const header = rows.findIndex((row) => child(child(row, 'w:trPr'), 'w:tblHeader') === undefined)
  const grid = spanned(rows.map((row) => childrenNamed(row, 'w:tc').map((cell) => readCell(cell, piecesIn))))
  return [
    {
      piece: readyPiece({ kind: 'table', caption: null, headerRows: Math.max(1, header), rows: grid, note: null }),
      size: 0,
      isTitle: false,
    },
  ]
}

interface GridCell {
  readonly cell: Cell
  readonly span: number
  readonly merge: 'start' | 'go on' | null
}

function readCell(element: XmlElement, piecesIn: (cell: XmlElement) => WordPiece[]): GridCell {
  const properties = child(element, 'w:tcPr')
  const vertical = child(properties, 'w:vMerge')
  const texts = piecesIn(element).flatMap(({ piece }) => (piece.kind === 'text' ? [piece] : []))
  const span = Number(value(properties, 'w:gridSpan') ?? 1)
  const align = texts[0]?.align
  return {
    cell: {
      runs: texts.flatMap((piece, index) => joined(piece.runs, index)),
      ...(span > 1 ? { colSpan: span } : {}),
      ...(align === undefined ? {} : { align }),
    },
    span,
    merge: vertical === undefined ? null : vertical.attributes['w:val'] === 'restart' ? 'start' : 'go on',
  }
}

const joined = (runs: readonly Run[], index: number): readonly Run[] =>
  index > 0 && /^[A-Za-z]/.test(runsText(runs)) ? [{ text: ' ' }, ...runs] : runs

/** Cells that go on from above are left out and counted into the cell they belong to. */
function spanned(rows: readonly (readonly GridCell[])[]): Cell[][] {
  const open = new Map<number, { cell: Cell; rows: number }>()
  const grid = rows.map((row) => {
    let column = 0
    return row.flatMap((one) => {
      const at = column
      column += one.span
      const above = open.get(at)
      if (one.merge === 'go on' && above !== undefined) {
        above.rows += 1
        return []
      }
      const held = { cell: one.cell, rows: 1 }
      if (one.merge === 'start') open.set(at, held)
      else open.delete(at)
      return [held]
    })
  })
  return grid.map((row) => row.map((held) => (held.rows > 1 ? { ...held.cell, rowSpan: held.rows } : held.cell)))
}
