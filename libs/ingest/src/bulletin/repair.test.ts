import { describe, expect, it } from 'vitest'
import { textPiece } from '../piece.js'
import { pieceLines } from '../text/text-lines.js'
import { textSource } from './bulletin-source.js'
import { repairSource, repairText } from './repair.js'

const a = { printed: '甲', standsFor: '乙' }
const b = { printed: '乙', standsFor: '甲' }

describe('confirmed characters in place of printed ones', () => {
  it.each([
    ['甲乙丙', [a], '乙乙丙'],
    ['甲乙丙', [a, b], '乙甲丙'],
    ['甲乙', [{ ...a, only: ['甲乙'] }], '乙乙'],
    ['甲丙甲乙', [{ ...a, only: ['甲乙'] }], '甲丙乙乙'],
    [
      '甲子，天甲',
      [
        { ...a, only: ['甲子'] },
        { printed: '甲', standsFor: '丁' },
      ],
      '乙子，天丁',
    ],
    ['无', [a], '无'],
    ['空', [{ printed: '', standsFor: '乙' }], '空'],
  ])('%s', (text, repairs, expected) => expect(repairText(text, repairs).text).toBe(expected))

  it('tells how often', () => {
    expect(repairText('甲甲乙', [a, b]).repaired).toEqual([
      { ...a, count: 2 },
      { ...b, count: 1 },
    ])
  })
})

it('words that lie over several runs are mended with their looks, notes and feet too', () => {
  const source = {
    ...textSource(''),
    lines: pieceLines([{ ...textPiece(''), runs: [{ text: '天甲', bold: true as const }, { text: '子年' }] }]),
    notes: { '1': [{ text: '甲子' }] },
    feet: ['第甲子页'],
  }
  const { source: mended } = repairSource(source, [{ ...a, only: ['甲子'] }])
  expect(mended.lines[0]?.piece).toMatchObject({ runs: [{ text: '天乙', bold: true }, { text: '子年' }] })
  expect(mended.notes['1']).toEqual([{ text: '乙子' }])
  expect(mended.feet).toEqual(['第乙子页'])
})
