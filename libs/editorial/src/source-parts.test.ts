import { expect, it } from 'vitest'
import { gapFigures, missingSourceParts, type SourceFacts } from './source-parts.js'

/** `source date original`: what there is. */
const facts = (there: string): SourceFacts => ({
  source: there.includes('source') ? '江州日报' : null,
  documentNumber: there.includes('number') ? '江教〔2025〕1号' : null,
  sourceDate: there.includes('dated') ? '2025-03-01' : null,
  documentDate: there.includes('signed') ? '2025-02' : null,
  kept: there.includes('kept'),
})

it.each([
  ['source dated kept', []],
  ['number signed kept', []],
  ['source kept', ['date']],
  ['dated kept', ['source']],
  ['source dated', ['original']],
  ['', ['source', 'date', 'original']],
])('with “%s” there is missing %j', (there, parts) => expect(missingSourceParts(facts(there))).toEqual(parts))

it('a 发文字号 is no source where the style does not print it', () =>
  expect(missingSourceParts(facts('number signed kept'), false)).toEqual(['source']))

it('counts what is missing and names where to begin', () => {
  const gaps = ['甲', '乙', '丙', '丁'].map((title, at) => ({
    title,
    parts: at === 0 ? (['source', 'date'] as const) : (['date'] as const),
  }))
  expect(gapFigures(gaps)).toEqual({ count: 4, source: 1, date: 4, original: 0, titles: '《甲》《乙》《丙》…' })
})
