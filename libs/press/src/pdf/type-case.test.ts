import { beforeAll, describe, expect, it } from 'vitest'
import type { Face, GlyphRun } from '#lib/typeset'
import { shippedFaces } from '../../../../test/small-layout.js'
import { type CastRun, TypeCase } from './type-case.js'

let song: Face

beforeAll(() => {
  song = shippedFaces().byId('song')
})

/** A run in 10 pt with blanks, in em, after characters: `blank('年', 0.25)`. */
function runOf(text: string, gaps: Readonly<Record<number, number>> = {}, tracking = 0): GlyphRun {
  const glyphs = [...text].map((character) => song.glyph(character.codePointAt(0)!))
  let pen = 0
  const at = glyphs.map((glyph, index) => {
    const place = pen
    pen += (song.advance(glyph) * 10) / 1000 + 10 * (tracking + (gaps[index] ?? 0))
    return place
  })
  return { face: 'song', size: 10, from: 0, to: text.length, glyphs, at, color: 'black', rise: 0, embolden: 0, slant: 0, underline: false }
}

const sortsOf = ({ sorts, start, run }: CastRun): number[] => [...sorts.subarray(start, start + run.glyphs.length)]

/** Each character with the blanks cast on it, in thousandths of an em. */
function cast(text: string, gaps: Readonly<Record<number, number>> = {}, tracking = 0): string[] {
  const types = new TypeCase('F1', song)
  const sorts = sortsOf(types.cast(runOf(text, gaps, tracking), text, null))
  const byCode = types.ordered()
  return sorts.map((sort) => {
    const { lead, character, trail } = byCode[types.codes[sort]!]!
    return `${lead === 0 ? '' : lead}${String.fromCodePoint(character)}${trail === 0 ? '' : trail}`
  })
}

describe('blanks cast on with a sort', () => {
  it('stand at the figure’s side, so that few sorts are needed', () => {
    expect(cast('年10月', { 0: 0.25, 2: 0.25 })).toEqual(['年', '2501', '0250', '月'])
  })

  it('narrow a squeezed mark, and an opening one on its left', () => {
    expect(cast('来，各', { 1: -0.5 })).toEqual(['来', '，-500', '各'])
    expect(cast('持“统', { 0: -0.5 })).toEqual(['持', '-500“', '统'])
  })

  it('come in eighths of an em; what all glyphs share is tracking', () => {
    expect(cast('共8个大类', { 0: 0.27, 1: 0.22 }, 0.02)).toEqual(['共', '2508250', '个', '大', '类'])
    const types = new TypeCase('F1', song)
    expect(types.cast(runOf('规划与决策', {}, 0.02), '规划与决策', null).spacing).toBe(200)
  })

  it('reach to the run that follows on the line', () => {
    const types = new TypeCase('F1', song)
    const [sort] = sortsOf(types.cast(runOf('年'), '年', 12.5))
    expect(types.widths[sort!]).toBe(1250)
  })

  it('leave a gap wider than an em to be told in words', () => {
    const types = new TypeCase('F1', song)
    expect(types.cast(runOf('目录', { 0: 3 }), '目录', null).strays).toEqual([0])
    expect(types.cast(runOf('目录', { 0: 0.25 }), '目录', null).strays).toEqual([])
  })
})

it('codes sorts by how often they are used', () => {
  const types = new TypeCase('F1', song)
  const sorts = sortsOf(types.cast(runOf('甲乙乙乙丙丙'), '甲乙乙乙丙丙', null))
  expect([...new Set(sorts)].map((sort) => types.codes[sort])).toEqual([3, 1, 2])
})
