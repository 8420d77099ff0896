import type { ArticleContent } from '#lib/editorial'
import type { IssueFinding } from '../issue-finding.js'
import { containment, shingles, solidText } from './shingles.js'

/** House: the same text with three in a hundred characters changed still shares seven in eight of its shingles; half is no chance (collect-and-proof §6). */
const SAME = 0.5

/** One text twice in an issue, also shortened or retouched. */
export function repeatedArticles(articles: readonly ArticleContent[]): IssueFinding[] {
  const bodies = articles.map((article) => shingles(solidText(article)))
  return articles.flatMap((article, index): IssueFinding[] => {
    const others = [...articles.keys()].filter(
      (other) => other < index && containment(bodies[other] ?? new Set(), bodies[index] ?? new Set()) >= SAME,
    )
    const first = others[0]
    if (first === undefined) return []
    return [
      {
        rule: 'repeated-article',
        severity: 'warn',
        article: index,
        others,
        block: null,
        field: 'title',
        from: 0,
        to: article.title.length,
        text: article.title,
        suggestion: null,
        batch: false,
        params: { text: article.title, other: articles[first]?.title ?? '' },
        source: 'House：同一稿件不在一期内重复刊用',
      },
    ]
  })
}
