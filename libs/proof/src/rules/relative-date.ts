import { blockText } from '#lib/editorial'
import type { ArticleRule } from '../rule.js'

const RELATIVE = /近日|日前|今天|昨天|昨日|今日|本周|上周|本月|上月/

/** 近日 and 今天 in an article in which nothing says when that was. */
export const relativeDate: ArticleRule = {
  kind: 'article',
  id: 'relative-date',
  family: 'head',
  severity: 'warn',
  source: 'House：转载后“近日”“今天”失去所指',
  check: ({ sourceDate, documentDate, blocks }) => {
    if (sourceDate !== null || documentDate !== null || blocks.some((block) => /\d{1,2}月\d{1,2}日/.test(blockText(block)))) return []
    const index = blocks.slice(0, 3).findIndex((block) => block.kind === 'paragraph' && RELATIVE.test(blockText(block)))
    const block = blocks[index]
    const found = block === undefined ? null : RELATIVE.exec(blockText(block))
    return found === null ? [] : [{ block: index, from: found.index, to: found.index + found[0].length }]
  },
  fires: [{ head: { source: '江州日报', sourceDate: null }, body: ['⟨近日⟩，会议召开。'] }],
  silent: [
    { head: { source: '江州日报', sourceDate: '2025-03-01' }, body: ['近日，会议召开。'] },
    { head: { source: '江州日报' }, body: ['近日，会议召开。', '3月1日，部署工作。'] },
  ],
}
