import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setPicture, words } from '../../testing/picture.js'

const lines = (text: string, ems: number): string[] => words(text, setPicture(text, ems))

describe('避头尾: what may not begin or end a line', () => {
  it.each([
    ['a full stop', '一二三四五。六七八九十', 5],
    ['a closing quote', '一二三四五”六七八九十', 5],
    ['a range', '从一二三四～五六七八九', 5],
    ['a middle dot', '一二三四五·六七八九十', 5],
    ['a percent sign', '一二三四50%五六七八', 5],
  ])('%s does not begin a line', (_, text, ems) => {
    for (const line of lines(text, ems).slice(1)) expect(line).toMatch(/^[^，。、；：！？”’）》〉】〕…·～%％‰℃]/u)
  })

  it('an opening mark does not end a line', () => {
    for (const line of lines('一二三四（五六七八九十一二三四', 5).slice(0, -1)) expect(line).not.toMatch(/[“‘（《〈【〔]$/u)
  })

  it.each([
    ['a number', '一二三四12,345.67五六七八九十', '12,345.67'],
    ['a number with its percent sign', '一二三四五95.5%六七八九十', '95.5%'],
    ['a sum', '一二三四五￥300六七八九十', '￥300'],
    ['a word', '一二三四五Python六七八九十', 'Python'],
    ['a dash', '一二三四五——六七八九十', '——'],
    ['an ellipsis', '一二三四五……六七八九十', '……'],
  ])('%s is never parted', (_, text, unit) => {
    for (let ems = 6; ems <= 12; ems++)
      expect(
        lines(text, ems).some((line) => line.includes(unit)),
        `${ems} em`,
      ).toBe(true)
  })

  it('a year stays with 年 where it can', () => {
    expect(lines('一二三四五到2035年六七八九十一二三四五', 8).some((line) => line.includes('2035年'))).toBe(true)
  })

  const NOT_FIRST = /^[，。、；：！？”’）》〉】〕·～%]/u
  const NOT_LAST = /[“‘（《〈【〔￥]$/u
  const alphabet = fc.constantFrom(...'一国学教育人的，。、；：！？“”（）《》·～…—AB12% ￥')

  it('holds for any text, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: alphabet, minLength: 1, maxLength: 120 }), fc.integer({ min: 6, max: 30 }), (text, ems) => {
        const set = lines(text, ems)
        expect(set.join('')).toBe(text)
        set.slice(1).forEach((line, index) => {
          const forced = !/[一国学教育人的 ]/u.test(set[index] ?? '') || !/[一国学教育人的 ]/u.test(line)
          if (!forced) expect(NOT_FIRST.test(line) && set[index]!.length < ems * 2 - 2, `${set.join('|')}`).toBe(false)
          if (!forced) expect(NOT_LAST.test(set[index] ?? ''), `${set.join('|')}`).toBe(false)
        })
      }),
      { numRuns: 150, seed: 7 },
    )
  })
})
