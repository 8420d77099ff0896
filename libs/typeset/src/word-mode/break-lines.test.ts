import { describe, expect, it } from 'vitest'
import type { FlowRun } from '../layout.js'
import { breakLikeWord } from './break-lines.js'

const EM = 320

interface Column {
  readonly indent?: number
  readonly gap?: number
  readonly tracking?: number
  readonly breaks?: readonly number[]
  readonly runs?: readonly FlowRun[]
}

/** The lines Word makes of a text in a column of so many characters. */
function lines(text: string, ems: number, { indent = 0, gap = 0, tracking = 0, breaks, runs }: Column = {}): string[] {
  const whole: FlowRun[] = [{ from: 0, to: text.length, face: 'song' }]
  const block = { text, runs: runs ?? whole, ...(breaks === undefined ? {} : { breaks }) }
  const starts = breakLikeWord(block, { width: ems * EM, indent: indent * EM, em: EM, tracking, gap })
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length))
}

describe('a line of Word', () => {
  it.each([
    ['is as full as it goes, a square a character', '教育强国建设是', 5, ['教育强国建', '设是']],
    ['sends a character down with the point after it: nothing is squeezed', '他说了，好', 3, ['他说', '了，好']],
    ['does not end with an opening mark', '他说过“好', 4, ['他说过', '“好']],
    ['squeezes no neighbours', '（甲）、（乙）', 6, ['（甲）、', '（乙）']],
    ['may begin between two quotations', '“甲”“乙”', 4, ['“甲”', '“乙”']],
    ['does not begin with an ellipsis', '他说好……', 3, ['他说', '好……']],
    ['may end with one half of a dash, which it does not know as a pair', '他说——好', 3, ['他说—', '—好']],
    ['keeps a word or number whole', '共有1900余个', 3, ['共有', '1900余', '个']],
    ['ends after a hyphen, but not before a figure', '甲COVID-Net乙', 5, ['甲COVID-', 'Net乙']],
    ['keeps a number with its per cent sign', '占到百分8%', 5, ['占到百分', '8%']],
    ['lets blanks hang over its edge', '教育 强国', 2, ['教育 ', '强国']],
    ['is parted anywhere where a word is wider than it', 'aaaaaaaaaaaa', 2, ['aaaa', 'aaaa', 'aaaa']],
  ])('%s', (_, text, ems, expected) => {
    expect(lines(text, ems)).toEqual(expected)
  })

  it('begins after its indent, the first one only', () => {
    expect(lines('教育强国建设是', 5, { indent: 2 })).toEqual(['教育强', '国建设是'])
    expect(lines('教育强国建设是', 5, { indent: -1 })).toEqual(['教育强国建设', '是'])
  })

  it('ends where a title was broken', () => {
    expect(lines('关于开展工作的通知', 8, { breaks: [4] })).toEqual(['关于开展', '工作的通知'])
  })

  it('has a quarter of a character between Han and figures, or none, as one reckons', () => {
    expect(lines('在2024年前', 4)).toEqual(['在2024年', '前'])
    expect(lines('在2024年前', 4, { gap: 0.25 })).toEqual(['在2024', '年前'])
  })

  it('has no gap at its edges', () => {
    expect(lines('甲乙2024丙', 2, { gap: 0.25 })).toEqual(['甲乙', '2024', '丙'])
  })

  it('draws raised figures smaller', () => {
    const text = '甲乙2024丙'
    const raised: FlowRun[] = [
      { from: 0, to: 2, face: 'song' },
      { from: 2, to: 6, face: 'song', position: 'sup' },
      { from: 6, to: 7, face: 'song' },
    ]
    expect(lines(text, 4)).toEqual(['甲乙2024', '丙'])
    expect(lines(text, 4.5, { runs: raised })).toEqual([text])
  })

  it('is shorter by the tracking of a size Word cannot set', () => {
    expect(lines('教育强国建设', 5)).toEqual(['教育强国建', '设'])
    expect(lines('教育强国建设', 5, { tracking: -60 })).toEqual(['教育强国建设'])
  })
})
