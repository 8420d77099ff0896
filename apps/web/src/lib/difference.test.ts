import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf, likeness } from './difference.js'

/** `各校[-要-]{+应当+}重视` shows what went and what came. */
const shown = (before: string, after: string): string =>
  differenceOf(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

describe('what changed between two texts', () => {
  it('is nothing where they are the same', () => expect(shown('各校要重视', '各校要重视')).toBe('各校要重视'))
  it('is the word that changed', () => expect(shown('各校要重视安全', '各校应当重视安全')).toBe('各校[-要-]{+应当+}重视安全'))
  it('is what was added or taken out', () => {
    expect(shown('各校重视', '各校高度重视')).toBe('各校{+高度+}重视')
    expect(shown('各校高度重视', '各校重视')).toBe('各校[-高度-]重视')
  })
  it('is told in words, not in crumbs', () => expect(shown('一要加强领导', '二是强化组织')).toBe('[-一要加强领导-]{+二是强化组织+}'))
  it('keeps rare characters whole', () =>
    expect(shown('𠮷野家', '𠮷田家')).toBe(
      '[-𠮷野家-]{+𠮷田家+}'.replace('[-𠮷', '𠮷[-').replace('家-]{+𠮷', '-]{+').replace('家+}', '+}家'),
    ))
})

it('gives back both texts, whatever they are', () => {
  const text = fc.array(fc.constantFrom('甲', '乙', '丙', '。', '𠮷'), { maxLength: 40 }).map((signs) => signs.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const stretches = differenceOf(before, after)
      expect(
        stretches
          .filter((one) => one.kind !== 'new')
          .map((one) => one.text)
          .join(''),
      ).toBe(before)
      expect(
        stretches
          .filter((one) => one.kind !== 'gone')
          .map((one) => one.text)
          .join(''),
      ).toBe(after)
    }),
  )
})

it('tells texts that are alike from texts that are not', () => {
  expect(likeness(differenceOf('各校要高度重视网络安全', '各校应高度重视网络安全'))).toBeGreaterThan(0.8)
  expect(likeness(differenceOf('各校要高度重视', '天气晴朗万里'))).toBe(0)
})

it('does not walk for ever through two long texts that have nothing in common', () => {
  const began = performance.now()
  const [one, other] = ['甲乙丙丁戊'.repeat(2000), '子丑寅卯辰'.repeat(2000)]
  expect(differenceOf(one, other).map((stretch) => stretch.kind)).toEqual(['gone', 'new'])
  expect(performance.now() - began).toBeLessThan(5_000)
})
