import { expect, it } from 'vitest'
import { type ArticleContent, EMPTY_ARTICLE } from '#lib/editorial'
import { tidy } from '#lib/ingest'
import { proofread, RULES } from '#lib/proof'

const article = (text: string): ArticleContent => ({
  ...EMPTY_ARTICLE,
  title: '题目',
  source: '江州日报',
  sourceDate: '2025-03-01',
  blocks: [{ kind: 'paragraph', runs: [{ text }] }],
})

/** The rules whose mistakes the one click takes away. */
const TIDIED = ['half-width', 'straight-quotes', 'space-by-figure', 'wire-boilerplate']

const examples = RULES.filter((rule) => TIDIED.includes(rule.id)).flatMap((rule) =>
  rule.kind === 'passage' ? rule.fires.filter((example) => !/^\w+\|/.test(example)).map((example) => [rule.id, example] as const) : [],
)

it.each(examples)('what %s finds in %s is gone after one click', (rule, example) => {
  const text = example.replace(/⟨([^⟩→]*)(?:→[^⟩]*)?⟩/g, '$1')
  const left = proofread(tidy(article(text)).content).filter((finding) => finding.rule === rule)
  expect(left).toEqual([])
})

it('every such rule is asked', () => expect(new Set(examples.map(([rule]) => rule))).toEqual(new Set(TIDIED)))
