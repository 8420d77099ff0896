import type { ArticleRule } from '../rule.js'

/** A source without a date cannot be looked up again. */
export const missingDate: ArticleRule = {
  kind: 'article',
  id: 'missing-date',
  family: 'head',
  severity: 'warn',
  source: 'House：来源应能查证，须有日期',
  check: (content) => {
    const undated = content.sourceDate === null && content.documentDate === null
    return content.source !== null && undated ? [{ block: null, field: 'sourceDate', from: 0, to: 0 }] : []
  },
  fires: [{ head: { source: '江州日报', sourceDate: null } }],
  silent: [
    { head: { source: '江州日报', sourceDate: '2025-03-01' } },
    { head: { source: '江州日报', sourceDate: null, documentDate: '2025-02' } },
    { head: { source: null } },
  ],
}
