import { type Block, blockText, type Warning } from '#lib/editorial'
import { CELL_GAP } from '../forms/recognise-blocks.js'

/** House: two gaps in a line make three cells; two such lines in a row are a table that lost its rules. */
const LEAST_GAPS = 2
const LEAST_ROWS = 2

/** Rows of cells that may be a table: pointed out at their first row, with how many there are. Not: made into a table, for columns are a guess. */
export function likelyTables(blocks: readonly Block[]): Warning[] {
  const warnings: Warning[] = []
  let rows = 0
  for (let at = 0; at <= blocks.length; at += 1) {
    if (isRow(blocks[at])) rows += 1
    else {
      if (rows >= LEAST_ROWS) warnings.push({ code: 'ingest/maybe-table', params: { count: rows }, block: at - rows })
      rows = 0
    }
  }
  return warnings
}

const isRow = (block: Block | undefined): boolean =>
  (block?.kind === 'paragraph' || block?.kind === 'heading') && blockText(block).split(CELL_GAP).length > LEAST_GAPS
