import type { RefObject } from 'react'
import type { ArticleLine } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { ArticleRow } from './article-row.js'
import { useIssueNames } from './use-issue-names.js'
import type { Picking } from './use-picking.js'

interface ArticleTableProps {
  readonly publication: string
  readonly articles: readonly ArticleLine[]
  readonly body: RefObject<HTMLTableSectionElement | null>
  readonly withIssue: boolean
  /** Undefined where nothing may be chosen. */
  readonly picking: Picking | undefined
}

/** The articles as lines. */
export function ArticleTable({ publication, articles, body, withIssue, picking }: ArticleTableProps) {
  const texts = useTexts()
  const issueNames = useIssueNames(publication)
  return (
    <table className="lines">
      <thead>
        <tr>
          {picking !== undefined && (
            <th>
              <span className="unseen">{texts.inbox.pickHead}</span>
            </th>
          )}
          <th>{texts.inbox.heading}</th>
          <th>{texts.inbox.source}</th>
          <th>{texts.inbox.date}</th>
          <th className="numeric">{texts.inbox.length}</th>
          {withIssue && <th>{texts.inbox.issue}</th>}
          <th>{texts.inbox.saved}</th>
          <th>
            <span className="unseen">{texts.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {articles.map((article) => (
          <ArticleRow
            key={article.id}
            article={article}
            publication={publication}
            picked={picking?.isPicked(article.id)}
            onPick={() => picking?.pick(article.id)}
            withIssue={withIssue}
            issueName={article.issue === null ? null : (issueNames.get(article.issue) ?? texts.nav.issues)}
          />
        ))}
      </tbody>
    </table>
  )
}
