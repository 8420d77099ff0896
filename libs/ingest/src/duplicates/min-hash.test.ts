import { describe, expect, it } from 'vitest'
import { dice, edited, generatedArticle } from '../../testing/generated-articles.js'
import { ALIKE, bandKeys, estimateSimilarity, minHash } from './min-hash.js'

const SEEDS = Array.from({ length: 160 }, (_, index) => 1000 + index * 7)
const texts = SEEDS.map((seed) => generatedArticle(seed))
const whole = texts.map((paragraphs) => paragraphs.join('\n'))
const stored = whole.map((text) => {
  const signature = minHash(text)
  return { signature, keys: new Set(bandKeys(signature)) }
})

/** What the desk would show for a text: those that share a key and are alike enough. */
function found(text: string): number[] {
  const signature = minHash(text)
  const keys = bandKeys(signature)
  return stored.flatMap((one, index) =>
    keys.some((key) => one.keys.has(key)) && estimateSimilarity(signature, one.signature) >= ALIKE ? [index] : [],
  )
}

const WAYS: Readonly<Record<string, (index: number) => string>> = {
  'one character in a hundred edited': (index) => edited(whole[index] ?? '', 1, index),
  'three characters in a hundred edited': (index) => edited(whole[index] ?? '', 3, index),
  'a paragraph dropped': (index) => (texts[index] ?? []).filter((_, at) => at !== dice(index)(8)).join('\n'),
  'a paragraph dropped and one in a hundred edited': (index) => edited((texts[index] ?? []).slice(1).join('\n'), 1, index),
  'the lines of a web page round it': (index) => `首页 > 新闻 > 正文\n字号 大 中 小\n${whole[index]}\n责任编辑：郑书晴\n上一篇 下一篇`,
  'other widths, marks and blanks': (index) =>
    (whole[index] ?? '').replace(/，/g, ', ').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
}

describe('texts that were collected before', () => {
  const shown = Object.entries(WAYS).map(([way, change]) => ({ way, answers: SEEDS.map((_, index) => found(change(index))) }))

  it.each(shown)('$way: at least 98 in 100 found', ({ answers }) => {
    const hits = answers.filter((answer, index) => answer.includes(index)).length
    expect(hits / answers.length).toBeGreaterThanOrEqual(0.98)
  })

  it('of those shown, at least 95 in 100 are the same text', () => {
    const pairs = shown.flatMap(({ answers }) => answers.flatMap((answer, index) => answer.map((other) => other === index)))
    expect(pairs.filter(Boolean).length / pairs.length).toBeGreaterThanOrEqual(0.95)
  })

  it('texts on the same matters, never the same text, are not shown', () => {
    const others = SEEDS.map((seed) => found(generatedArticle(seed + 3).join('\n')))
    expect(others.flat()).toEqual([])
  })
})

describe('signatures', () => {
  it('are kept: the same text has the same keys for ever', () => {
    expect(minHash('江州省教育厅部署新学期重点工作').slice(0, 3)).toMatchInlineSnapshot(`
      [
        -1608158713,
        -2031328643,
        -1928368474,
      ]
    `)
    expect(bandKeys(minHash('江州省教育厅部署新学期重点工作')).slice(0, 2)).toMatchInlineSnapshot(`
      [
        "-8594892621641237544",
        "2578790269970909729",
      ]
    `)
  })

  it('64 numbers that fit an integer, 16 keys that fit a bigint', () => {
    const signature = minHash(whole[0] ?? '')
    expect(signature).toHaveLength(64)
    expect(signature.every((value) => value === (value | 0))).toBe(true)
    const keys = bandKeys(signature)
    expect(keys).toHaveLength(16)
    expect(keys.every((key) => BigInt.asIntN(64, BigInt(key)) === BigInt(key))).toBe(true)
  })

  it('a text of a word or two has none, and is like nothing', () => {
    expect(minHash('通知。')).toEqual([])
    expect(bandKeys([])).toEqual([])
    expect(estimateSimilarity([], [])).toBe(0)
  })

  it('estimate what two texts share', () => {
    const half = minHash((texts[0] ?? []).slice(0, 4).join('\n'))
    expect(estimateSimilarity(half, minHash(whole[0] ?? ''))).toBeGreaterThan(0.3)
    expect(estimateSimilarity(half, minHash(whole[0] ?? ''))).toBeLessThan(0.7)
  })
})
