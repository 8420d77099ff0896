import { create } from 'fontkit'
import { beforeAll, expect, it } from 'vitest'
import type { Face } from '#lib/typeset'
import { shippedFaces } from '../../../../test/small-layout.js'
import { subsetGlyf } from './glyf-subset.js'
import { glyphPath } from './glyph-path.js'
import { advanceOf, readSfnt } from './sfnt.js'
import type { Sort } from './sort.js'

let song: Face

beforeAll(() => {
  song = shippedFaces().byId('song')
})

const glyphsOf = (text: string): number[] => [0, ...[...text].map((character) => song.glyph(character.codePointAt(0)!))]

const plain = (glyph: number): Sort => ({ glyph, character: 0, lead: 0, trail: 0 })

interface OpenedFont {
  readonly numGlyphs: number
  getGlyph(glyph: number): { readonly advanceWidth: number; readonly path: { toSVG(): string }; readonly bbox: { readonly minX: number } }
}

const opened = (bytes: Uint8Array): OpenedFont => create(bytes) as unknown as OpenedFont

it('keeps each glyph as it was drawn, under its new number', () => {
  const glyphs = glyphsOf('规划与决策，“é”Ab12')
  const subset = opened(subsetGlyf(readSfnt(song.bytes), glyphs.map(plain)))
  const whole = opened(song.bytes)
  glyphs.forEach((glyph, place) => {
    expect(subset.getGlyph(place).advanceWidth).toBe(advanceOf(readSfnt(song.bytes), glyph))
    expect(subset.getGlyph(place).path.toSVG()).toBe(whole.getGlyph(glyph).path.toSVG())
  })
})

it('brings the parts of composed glyphs along', () => {
  const font = readSfnt(song.bytes)
  const loca = font.tables.get('loca')!.offset
  const glyf = font.tables.get('glyf')!.offset
  const composed: number[] = []
  for (let glyph = 0; glyph < font.glyphCount && composed.length < 3; glyph++) {
    const [at, end] = [font.view.getUint32(loca + 4 * glyph), font.view.getUint32(loca + 4 * glyph + 4)]
    if (end > at && font.view.getInt16(glyf + at) < 0) composed.push(glyph)
  }
  if (composed.length === 0) return
  const subset = opened(subsetGlyf(font, [0, ...composed].map(plain)))
  expect(subset.numGlyphs).toBeGreaterThan(composed.length + 1)
  composed.forEach((glyph, index) => {
    expect(subset.getGlyph(index + 1).path.toSVG()).toBe(opened(song.bytes).getGlyph(glyph).path.toSVG())
  })
})

it('draws the same glyph twice where it has two codes', () => {
  const [, glyph] = glyphsOf('一')
  const subset = opened(subsetGlyf(readSfnt(song.bytes), [0, glyph!, glyph!].map(plain)))
  expect(subset.getGlyph(2).path.toSVG()).toBe(subset.getGlyph(1).path.toSVG())
})

it('reads an outline as closed paths', () => {
  const path = glyphPath(readSfnt(song.bytes), song.glyph('口'.codePointAt(0)!))
  expect(path.match(/m\n/g)?.length).toBe(path.match(/h\n/g)?.length)
  expect(path.match(/m\n/g)?.length).toBeGreaterThan(1)
})

it('casts blanks onto a sort: the drawing moves right, the advance grows or shrinks', () => {
  const font = readSfnt(song.bytes)
  const comma = song.glyph('，'.codePointAt(0)!)
  const bracket = song.glyph('（'.codePointAt(0)!)
  const sorts = [
    plain(0),
    { ...plain(comma), trail: -500 },
    { ...plain(bracket), lead: -500 },
    { ...plain(song.glyph(0x31)), lead: 250, trail: 125 },
  ]
  const subset = opened(subsetGlyf(font, sorts))
  const whole = opened(song.bytes)
  expect([1, 2, 3].map((slot) => subset.getGlyph(slot).advanceWidth)).toEqual([500, 500, advanceOf(font, song.glyph(0x31)) + 375])
  const boxOf = (glyph: { readonly bbox: { readonly minX: number } }): number => glyph.bbox.minX
  expect(boxOf(subset.getGlyph(1))).toBe(boxOf(whole.getGlyph(comma)))
  expect(boxOf(subset.getGlyph(2))).toBe(boxOf(whole.getGlyph(bracket)) - 500)
  expect(boxOf(subset.getGlyph(3))).toBe(boxOf(whole.getGlyph(song.glyph(0x31))) + 250)
})

it('draws every contour: of composed glyphs, and rings without a point on their curve', () => {
  const kai = shippedFaces().byId('kai')
  const font = readSfnt(kai.bytes)
  const whole = opened(kai.bytes)
  for (const character of '：。，；！？“é①') {
    const glyph = kai.glyph(character.codePointAt(0)!)
    const contours = whole.getGlyph(glyph).path.toSVG().match(/M/g)?.length ?? 0
    expect(glyphPath(font, glyph).match(/m\n/g)?.length, character).toBe(contours)
  }
})
