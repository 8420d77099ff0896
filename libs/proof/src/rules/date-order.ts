import { blockText, readDate } from '#lib/editorial'
import type { ArticleRule } from '../rule.js'

const HAPPENED = /^(?:(?:新华社|本报)[\p{Script=Han}]{0,8}?)?(\d{4}年\d{1,2}月\d{1,2}日)(?:电|讯|，)/u

/** A source dated before what it tells, and a source dated after the issue. */
export const dateOrder: ArticleRule = {
  kind: 'article',
  id: 'date-order',
  family: 'head',
  severity: 'warn',
  source: 'House：来源日期不早于所记之事，不晚于本期',
  check: ({ sourceDate, blocks }, { issueDate }) => {
    if (sourceDate === null || sourceDate.length < 10) return []
    const late = issueDate != null && issueDate.length >= 10 && sourceDate > issueDate
    const first = blocks[0]
    const told = first?.kind === 'paragraph' ? readDate(HAPPENED.exec(blockText(first))?.[1] ?? '') : null
    return late || (told !== null && told > sourceDate)
      ? [{ block: null, field: 'sourceDate', from: 0, to: sourceDate.length, params: { date: late ? (issueDate ?? '') : (told ?? '') } }]
      : []
  },
  fires: [
    { head: { sourceDate: '2025-03-01' }, body: ['2025年3月5日，会议在云州召开。'] },
    { head: { sourceDate: '2025-04-01' }, context: { issueDate: '2025-03-31' } },
  ],
  silent: [
    { head: { sourceDate: '2025-03-06' }, body: ['2025年3月5日，会议在云州召开。'] },
    { head: { sourceDate: '2025-03-01' }, body: ['到2025年12月31日，全面完成改造。'] },
  ],
}
