import { blockText } from '#lib/editorial'
import type { ArticleRule } from '../rule.js'

/** House: shorter sentences are repeated on purpose. */
const LEAST_REPEATED = 30

/** The same paragraph twice in one article. */
export const repeatedParagraph: ArticleRule = {
  kind: 'article',
  id: 'repeated-paragraph',
  family: 'structure',
  severity: 'warn',
  source: '《图书编校质量差错判定和计算方法》：整段重复',
  check: ({ blocks }) => {
    const seen = new Map<string, number>()
    return blocks.flatMap((block, index) => {
      const text = block.kind === 'paragraph' || block.kind === 'quote' ? blockText(block).replace(/\s+/g, '') : ''
      if (text.length < LEAST_REPEATED) return []
      const first = seen.get(text)
      if (first === undefined) {
        seen.set(text, index)
        return []
      }
      return [{ block: index, from: 0, to: blockText(block).length, params: { first: first + 1 } }]
    })
  },
  fires: [
    {
      body: [
        '各单位要提高认识，压实责任，完善制度，强化检查，确保各项任务落到实处。',
        '⟨各单位要提高认识，压实责任，完善制度，强化检查，确保各项任务落到实处。⟩',
      ],
    },
  ],
  silent: [{ body: ['特此通知。', '特此通知。'] }],
}
