import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitLine, fitTexts } from './fit-text.js'
import { textFlaw } from './text.js'

describe('text read from outside', () => {
  it.each([
    ['专职实验技术人员\t人\t812', '专职实验技术人员 人 812'],
    ['上一行\r\n下一行', '上一行 下一行'],
    ['页\u000c眉\u0007', '页 眉'],
    ['半个\ud842字', '半个字'],
    ['𠮷野家', '𠮷野家'],
    ['零\u200b宽', '零\u200b宽'],
  ])('%j becomes %j', (given, fit) => expect(fitLine(given)).toBe(fit))

  it('always fits afterwards', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(textFlaw(fitLine(text), { lines: false, bidi: true })).toBeNull()
      }),
      { numRuns: 500, seed: 7 },
    )
  })
  it('is mended at every depth, and nothing else is touched', () => {
    const bytes = { level: 1, text: 'a\tb', runs: [{ text: 'c\n' }], none: null }
    expect(fitTexts(bytes)).toEqual({ level: 1, text: 'a b', runs: [{ text: 'c ' }], none: null })
  })
})
