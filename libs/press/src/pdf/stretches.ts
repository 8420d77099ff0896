import type { GlyphRun, Pt } from '#lib/typeset'
import { isOddBlank } from './odd-blanks.js'
import type { Stretch } from './text-setter.js'
import type { CastRun } from './type-case.js'

/** The glyphs of a line that draw the text between two offsets, run by run. */
export function stretchesOf(runs: readonly CastRun[], from: number, to: number, text: string): Stretch[] {
  const stretches: Stretch[] = []
  for (const cast of runs) {
    const { run } = cast
    if (run.to <= from || run.from >= to) continue
    if (run.from >= from && run.to <= to) stretches.push({ cast, first: 0, end: run.glyphs.length })
    else stretches.push(cut(cast, Math.max(from, run.from), Math.min(to, run.to), text))
  }
  return stretches
}

function cut(cast: CastRun, from: number, to: number, text: string): Stretch {
  let offset = cast.run.from
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
  return { cast, first, end: Math.min(end, cast.run.glyphs.length) }
}

const widthOfCharacter = (text: string, offset: number): number => ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1)

/** From the first glyph's origin to the last one's advance. */
export function widthOf({ cast, first, end }: Stretch): Pt {
  if (end <= first) return 0
  const { run, types } = cast
  const last = end - 1
  return placeOf(run, last) - placeOf(run, first) + (types.face.advance(run.glyphs[last] ?? 0) * run.size) / types.face.unitsPerEm
}

const placeOf = (run: GlyphRun, glyph: number): Pt => run.at[glyph] ?? 0

/** Whether a gap or an overlap inside these stretches is more than sorts can carry, so that readers would see a space or a break. */
export function strays(stretches: readonly Stretch[]): boolean {
  return stretches.some(({ cast, first, end }, index) => {
    if (cast.strays.length === 0) return false
    const inner = index + 1 < stretches.length ? end : end - 1
    return cast.strays.some((glyph) => glyph >= first && glyph < inner)
  })
}

/** The same of a line's runs as they are. */
export function haveStrays(runs: readonly CastRun[]): boolean {
  for (let index = 0; index < runs.length; index++) {
    const { strays: places, run } = runs[index]!
    if (places.length > 0 && (index + 1 < runs.length || places[0]! < run.glyphs.length - 1)) return true
  }
  return false
}

/** Whether a text set in these runs holds blanks that readers take for something else. */
export function hasOddBlank(runs: readonly CastRun[], text: string, from: number, to: number): boolean {
  if (!runs.some(({ odd }) => odd)) return false
  for (let at = from; at < to; at++) if (isOddBlank(text.charCodeAt(at))) return true
  return false
}
