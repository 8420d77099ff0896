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
      let at = 0
      for (const sentence of blockText(block).split(/(?<=[。！？])/)) {
        const isLong = sentence.length >= LEAST_REPEATED && sentence.length < blockText(block).length
        if (isLong && seen.has(sentence)) hits.push({ block: index, from: at, to: at + sentence.length })
        if (/[。！？]$/.test(sentence)) seen.add(sentence)
        at += sentence.length
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
