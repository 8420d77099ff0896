import { describe, expect, it } from 'vitest'
import { piecesOf } from './pieces.js'

/** `各校|要高度|重视` shows pieces; marked ones in brackets. */
const shown = (text: string, start: number, marks: readonly { from: number; to: number }[]): string =>
  piecesOf(text, start, marks)
    .map((piece) => (piece.mark === undefined ? piece.text : `[${piece.text}]`))
    .join('|')

describe('cutting a text at its marks', () => {
  it('leaves a text without marks whole', () => expect(shown('各校要重视', 0, [])).toBe('各校要重视'))
  it('cuts at both ends of a mark', () => expect(shown('各校要重视', 0, [{ from: 2, to: 3 }])).toBe('各校|[要]|重视'))
  it('counts from where the text begins in its block', () => expect(shown('要重视', 12, [{ from: 13, to: 15 }])).toBe('要|[重视]'))
  it('shows the part of a mark that reaches over the border of a run', () => {
    expect(shown('各校', 0, [{ from: 1, to: 3 }])).toBe('各|[校]')
    expect(shown('要重视', 2, [{ from: 1, to: 3 }])).toBe('[要]|重视')
  })
  it('shows the first of two that overlap, then what is left of the second', () =>
    expect(
      shown('各校要重视', 0, [
        { from: 2, to: 4 },
        { from: 1, to: 3 },
      ]),
    ).toBe('各|[校要]|[重]|视'))
  it('shows a place where something is missing, once', () => {
    expect(shown('各校要重视', 0, [{ from: 5, to: 5 }])).toBe('各校要重视|[]')
    expect(shown('各校', 5, [{ from: 5, to: 5 }])).toBe('各校')
  })
  it('loses no character', () => {
    const marks = [
      { from: 0, to: 9 },
      { from: 3, to: 4 },
      { from: 7, to: 7 },
    ]
    const pieces = piecesOf('一二三四五六七八九', 0, marks)
    expect(pieces.map((piece) => piece.text).join('')).toBe('一二三四五六七八九')
  })
})
