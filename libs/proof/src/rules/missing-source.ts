import type { ArticleRule } from '../rule.js'

/** An article that is reprinted says where it is from; a 发文字号 says it too. */
export const missingSource: ArticleRule = {
  kind: 'article',
  id: 'missing-source',
  family: 'head',
  severity: 'block',
  source: '《期刊出版管理规定》第二十八条：转载须注明来源',
  check: (content, context) => {
    const numbered = content.documentNumber !== null && (context.documentNumberCounts ?? true)
    return content.source === null && !numbered ? [{ block: null, field: 'source', from: 0, to: 0 }] : []
  },
  fires: [
    { head: { source: null, documentNumber: null } },
    { head: { source: null, documentNumber: '江教〔2025〕1号' }, context: { documentNumberCounts: false } },
  ],
  silent: [{ head: { source: '江州日报' } }, { head: { source: null, documentNumber: '江教〔2025〕1号' } }],
}
