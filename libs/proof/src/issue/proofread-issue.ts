import type { ArticleContent } from '#lib/editorial'
import type { IssueFinding } from '../issue-finding.js'
import { repeatedArticles } from './repeated-articles.js'
import { sameEvents } from './same-events.js'
import { sourceSpellings } from './source-spellings.js'
import { unusualColumns } from './unusual-columns.js'

/** What only the issue as a whole shows; the articles in reading order, and where it is known the column each stands in. */
export function proofreadIssue(articles: readonly ArticleContent[], columns: readonly (string | null)[] = []): IssueFinding[] {
  const findings = [
    ...repeatedArticles(articles),
    ...sameEvents(articles),
    ...sourceSpellings(articles),
    ...unusualColumns(articles, columns),
  ]
  return findings.sort((a, b) => a.article - b.article || (a.block ?? -1) - (b.block ?? -1) || (a.rule < b.rule ? -1 : 1))
}
