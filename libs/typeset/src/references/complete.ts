import type { BlockId, FlowBlock, Page, TextBlock } from '../layout.js'

/** The texts of a flow: blocks and cells. */
export function* textsOf(flow: readonly FlowBlock[]): Generator<TextBlock> {
  for (const block of flow) {
    if (block.kind === 'text') yield block
    else if (block.kind === 'table') for (const row of block.rows) for (const cell of row.cells) yield cell.content
  }
}

/**
 * Characters drawn = characters given, in order: the lines of every block follow each other from its first character to its last, one glyph a code point.
 * Anything else is a fault of the typesetter, never of the text.
 */
export function assertComplete(flow: readonly FlowBlock[], pages: readonly Page[]): void {
  const drawn = new Map<BlockId, number>()
  for (const page of pages) {
    for (const line of page.lines) {
      const before = drawn.get(line.block) ?? 0
      if (line.from !== before) throw new Error(`block ${line.block}: a line begins at ${line.from}, the last ended at ${before}`)
      let at = line.from
      for (const run of line.runs) {
        if (run.from !== at || run.glyphs.length !== run.at.length || run.glyphs.length > run.to - run.from) {
          throw new Error(`block ${line.block}: glyphs do not match characters ${run.from} to ${run.to}`)
        }
        at = run.to
      }
      if (at !== line.to) throw new Error(`block ${line.block}: a line is drawn to ${at} of ${line.to}`)
      drawn.set(line.block, line.to)
    }
  }
  for (const text of textsOf(flow)) {
    const to = drawn.get(text.id) ?? 0
    if (to !== text.text.length) throw new Error(`block ${text.id}: ${to} of ${text.text.length} characters are drawn`)
  }
}
