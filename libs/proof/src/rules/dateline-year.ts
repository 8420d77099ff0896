import { blockText } from '#lib/editorial'
import type { ArticleRule } from '../rule.js'

const DATELINE = /^(?:新华社|本报|中新社|人民网|光明网|中国网|记者)?[\p{Script=Han}]{0,10}?(\d{1,2}月\d{1,2}日)(?:电|讯)/u

/** 新华社北京10月13日电, and nothing in the head says of which year. */
export const datelineYear: ArticleRule = {
  kind: 'article',
  id: 'dateline-year',
  family: 'head',
  severity: 'warn',
  source: 'House：电头无年份，转载时应补来源日期',
  check: ({ sourceDate, documentDate, blocks }) => {
    if (sourceDate !== null || documentDate !== null) return []
    return blocks.slice(0, 3).flatMap((block, index) => {
      const found = block.kind === 'paragraph' ? DATELINE.exec(blockText(block)) : null
      if (found?.[1] === undefined || /\d{4}年/.test(found[0])) return []
      const from = found[0].indexOf(found[1])
      return [{ block: index, from, to: from + found[1].length }]
    })
  },
  fires: [{ head: { source: '新华社', sourceDate: null }, body: ['新华社云州⟨10月13日⟩电 近日，会议召开。'] }],
  silent: [
    { head: { source: '新华社', sourceDate: '2024-10-13' }, body: ['新华社云州10月13日电 近日，会议召开。'] },
    { body: ['截至10月13日，电量充足。'] },
  ],
}
