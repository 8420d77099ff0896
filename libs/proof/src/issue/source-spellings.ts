import type { ArticleContent } from '#lib/editorial'
import type { IssueFinding } from '../issue-finding.js'

/** A source as it is compared: without white space, marks and the words sites add. */
const plain = (source: string): string =>
  source
    .normalize('NFKC')
    .replace(/[\s《》“”·]/g, '')
    .replace(/(?:官方)?(?:网站|官网|微信公众号|公众号|客户端)$/, '')

/** One source under two names in an issue: the first one used is proposed. */
export function sourceSpellings(articles: readonly ArticleContent[]): IssueFinding[] {
  const first = new Map<string, { source: string; article: number }>()
  return articles.flatMap((article, index): IssueFinding[] => {
    const { source } = article
    if (source === null) return []
    const known = first.get(plain(source))
    if (known === undefined) first.set(plain(source), { source, article: index })
    if (known === undefined || known.source === source) return []
    return [
      {
        rule: 'source-spelling',
        severity: 'info',
        article: index,
        others: [known.article],
        block: null,
        field: 'source',
        from: 0,
        to: source.length,
        text: source,
        suggestion: known.source,
        batch: false,
        params: { text: source, suggestion: known.source },
        source: 'House：同一来源用同一写法',
      },
    ]
  })
}
