import { create } from 'fontkit'
import { expect, it } from 'vitest'
import { shippedFaces } from '../../../../test/small-layout.js'
import { standaloneFont } from './standalone-font.js'

interface OpenedFont {
  readonly familyName: string
  readonly characterSet: readonly number[]
  glyphForCodePoint(character: number): { readonly id: number; readonly advanceWidth: number; readonly path: { toSVG(): string } }
}

const codes = (text: string): number[] => [...text].map((character) => character.codePointAt(0) ?? 0)

it('is a font of its own with the characters asked for', () => {
  const face = shippedFaces().byId('kai')
  const font = create(standaloneFont(face, codes('规划与决策，一二三12'))!) as unknown as OpenedFont
  const whole = create(face.bytes) as unknown as OpenedFont
  expect(font.familyName).toBe(whole.familyName)
  const rising = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b)
  expect(rising(font.characterSet.filter((character) => character !== 0xffff))).toEqual(rising(codes('规划与决策，一二三12')))
  for (const character of codes('规划，2')) {
    expect(font.glyphForCodePoint(character).path.toSVG()).toBe(whole.glyphForCodePoint(character).path.toSVG())
    expect(font.glyphForCodePoint(character).advanceWidth).toBe(whole.glyphForCodePoint(character).advanceWidth)
  }
})

it('is not made of a face that may not be carried along', () => {
  const face = shippedFaces().byId('kai')
  const bytes = face.bytes.slice()
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < view.getUint16(4); i++) {
    if (view.getUint32(12 + 16 * i) === 0x4f532f32) view.setUint16(view.getUint32(12 + 16 * i + 8) + 8, 2)
  }
  expect(standaloneFont({ ...face, bytes }, codes('规划'))).toBeNull()
})
