import { blockText } from '#lib/editorial'
import type { ArticleHit, ArticleRule } from '../rule.js'

/** House: a sentence of this length does not come twice by chance. */
const LEAST_REPEATED = 30

/** The same long sentence twice, in different paragraphs. */
export const repeatedSentence: ArticleRule = {
  kind: 'article',
  id: 'repeated-sentence',
  family: 'structure',
  severity: 'info',
  source: 'House：同一篇内长句重复',
  check: ({ blocks }) => {
    const seen = new Set<string>()
    return blocks.flatMap((block, index): ArticleHit[] => {
      if (block.kind !== 'paragraph') return []
      const hits: ArticleHit[] = []
      for (const found of blockText(block).matchAll(/[^。！？\n]+[。！？]/g)) {
        if (found[0].length < LEAST_REPEATED) continue
        if (seen.has(found[0]) && found[0].length < blockText(block).length)
          hits.push({ block: index, from: found.index, to: found.index + found[0].length })
        seen.add(found[0])
      }
      return hits
    })
  },
  fires: [
    {
      body: [
        '要坚持问题导向，抓住主要矛盾，以点带面推动整体提升，确保任务落地见效。',
        '会议强调。⟨要坚持问题导向，抓住主要矛盾，以点带面推动整体提升，确保任务落地见效。⟩',
      ],
    },
  ],
  silent: [{ body: ['要坚持问题导向。', '要坚持问题导向。各单位要落实。'] }],
}
