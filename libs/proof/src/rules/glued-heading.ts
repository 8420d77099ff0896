import { blockText } from '#lib/editorial'
import type { ArticleRule } from '../rule.js'

/** House: the first sentence of a paragraph that is a heading and its text run together is longer than any heading. */
const LONGEST_HEADING = 40

/** 一、 with its text run on, where the article's other first-level headings stand alone. */
export const gluedHeading: ArticleRule = {
  kind: 'article',
  id: 'glued-heading',
  family: 'structure',
  severity: 'warn',
  source: 'GB/T 9704-2012 7.3.3：标题独立成段',
  check: (content) => {
    const alone = content.blocks.filter((block) => block.kind === 'heading' && /^[一二三四五六七八九十]+、/.test(blockText(block)))
    if (alone.length === 0) return []
    return content.blocks.flatMap((block, index) => {
      const found = block.kind === 'paragraph' ? /^([一二三四五六七八九十]{1,3}、)([^。]*)/.exec(blockText(block)) : null
      return found !== null && (found[2]?.length ?? 0) > LONGEST_HEADING ? [{ block: index, from: 0, to: found[1]?.length ?? 0 }] : []
    })
  },
  fires: [
    {
      body: [
        '一、总体要求',
        '正文在此。',
        '⟨二、⟩重点任务要以立德树人为根本任务，统筹推进育人方式、办学模式、管理体制、保障机制改革，完善制度体系。',
      ],
    },
  ],
  silent: [
    { body: ['一、总体要求', '二、重点任务', '正文在此。'] },
    { body: ['一、要统筹推进育人方式、办学模式、管理体制、保障机制改革，完善制度体系，确保各项任务落到实处、取得实效。'] },
  ],
}
