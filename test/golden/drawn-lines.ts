import type { Faces, Layout, Line, Page, TextBlock, TextStyle } from '#lib/typeset'

/** One glyph as drawn: its character, its origin from the sheet's left edge, its own advance, its size. */
export interface DrawnGlyph {
  readonly char: string
  readonly x: number
  readonly advance: number
  readonly ink: readonly [number, number]
  readonly size: number
  readonly raised: boolean
}

/** A line as drawn, with what it belongs to. */
export interface DrawnLine {
  readonly page: Page
  readonly line: Line
  readonly block: TextBlock
  readonly style: TextStyle
  readonly text: string
  readonly glyphs: readonly DrawnGlyph[]
  /** Begins, ends its block. */
  readonly first: boolean
  readonly last: boolean
}

export function textBlocks(layout: Layout): TextBlock[] {
  return layout.flow.flatMap((block) => {
    if (block.kind === 'text') return [block]
    return block.kind === 'table' ? block.rows.flatMap((row) => row.cells.map((cell) => cell.content)) : []
  })
}

/** Every line of a layout with its glyphs: read from the layout alone, by what the writers would draw. */
export function drawnLines(layout: Layout, faces: Faces): DrawnLine[] {
  const blocks = new Map(textBlocks(layout).map((block) => [block.id, block]))
  return layout.pages.flatMap((page) =>
    page.lines.map((line): DrawnLine => {
      const block = blocks.get(line.block)!
      const style = layout.sheet.styles[block.style]!
      const glyphs = line.runs.flatMap((run) => {
        const face = faces.byId(run.face)
        return Array.from(block.text.slice(run.from, run.to), (char, index): DrawnGlyph => {
          const glyph = run.glyphs[index]!
          const em = run.size / face.unitsPerEm
          const x = line.x + run.at[index]!
          const [left, right] = face.ink(glyph)
          return {
            char,
            x,
            advance: face.advance(glyph) * em,
            ink: [x + left * em, x + right * em],
            size: run.size,
            raised: run.rise !== 0,
          }
        })
      })
      return {
        page,
        line,
        block,
        style,
        text: block.text.slice(line.from, line.to),
        glyphs,
        first: line.from === 0,
        last: line.to === block.text.length,
      }
    }),
  )
}
