import type { GlyphRun, Line, Pt } from '#lib/typeset'
import type { Stretch } from './text-setter.js'
import type { CastRun } from './type-case.js'

/** The glyphs of a line that draw the text between two offsets, run by run. */
export function stretchesOf(line: Line, from: number, to: number, text: string): Stretch[] {
  const stretches: Stretch[] = []
  for (const run of line.runs) {
    if (run.to <= from || run.from >= to) continue
    if (run.from >= from && run.to <= to) stretches.push({ run, first: 0, end: run.glyphs.length })
    else stretches.push(cut(run, Math.max(from, run.from), Math.min(to, run.to), text))
  }
  return stretches
}

function cut(run: GlyphRun, from: number, to: number, text: string): Stretch {
  let offset = run.from
  let first = 0
  while (offset < from) {
    offset += widthOfCharacter(text, offset)
    first++
  }
  let end = first
  while (offset < to) {
    offset += widthOfCharacter(text, offset)
    end++
  }
  return { run, first, end: Math.min(end, run.glyphs.length) }
}

const widthOfCharacter = (text: string, offset: number): number => ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1)

/** From the first glyph's origin to the last one's advance. */
export function widthOf({ run, first, end }: Stretch, runs: ReadonlyMap<GlyphRun, CastRun>): Pt {
  const face = runs.get(run)?.types.face
  if (face === undefined || end <= first) return 0
  const last = end - 1
  return (run.at[last] ?? 0) - (run.at[first] ?? 0) + (face.advance(run.glyphs[last] ?? 0) * run.size) / face.unitsPerEm
}

/** Whether a gap or an overlap inside these stretches is more than sorts can carry, so that readers would see a space or a break. */
export function strays(stretches: readonly Stretch[], runs: ReadonlyMap<GlyphRun, CastRun>): boolean {
  return stretches.some(({ run, first, end }, index) => {
    const inner = index + 1 < stretches.length ? end : end - 1
    return runs.get(run)?.strays.some((glyph) => glyph >= first && glyph < inner) === true
  })
}
