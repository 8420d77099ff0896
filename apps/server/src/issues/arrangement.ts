import { type EntityManager, In } from 'typeorm'
import { type ArrangementRequest, conflict, invalid } from '#lib/editorial'
import { Article } from '../articles/article.entity.js'
import { ArticleVersion } from '../articles/article-version.entity.js'
import type { Issue } from './issue.entity.js'
import { IssueArticle } from './issue-article.entity.js'
import { IssueColumnRow } from './issue-column.entity.js'

type Wanted = Pick<ArrangementRequest, 'columns' | 'removed'>

/**
 * Writes the whole order of an issue. Refuses: an article or version the publication does not have, one that stands in another issue,
 * and an order that leaves out what stood here without saying so.
 */
export async function arrange(tx: EntityManager, issue: Pick<Issue, 'id' | 'publication'>, wanted: Wanted): Promise<void> {
  const placed = wanted.columns.flatMap((column) => column.articles)
  await refuseUnknown(tx, issue.publication, placed)
  await refuseElsewhere(
    tx,
    issue.id,
    placed.map((one) => one.article),
  )
  await refuseForgotten(tx, issue.id, new Set([...placed.map((one) => one.article), ...(wanted.removed ?? [])]))
  await tx.delete(IssueColumnRow, { issue: issue.id })
  await tx.insert(
    IssueColumnRow,
    wanted.columns.map(({ name }, position) => ({ issue: issue.id, position, name })),
  )
  await tx.insert(IssueArticle, rowsOf(issue, wanted))
}

function rowsOf(issue: Pick<Issue, 'id' | 'publication'>, { columns }: Wanted): Omit<IssueArticle, never>[] {
  const rows = columns.flatMap(({ articles }, columnPosition) => articles.map((one) => ({ ...one, columnPosition })))
  return rows.map((row, position) => ({ ...row, position, issue: issue.id, publication: issue.publication }))
}

type Pinned = readonly { readonly article: string; readonly version: number }[]

async function refuseUnknown(tx: EntityManager, publication: string, placed: Pinned): Promise<void> {
  if (placed.length === 0) return
  const articles = await tx.countBy(Article, { id: In(placed.map((one) => one.article)), publication, discarded: false })
  const versions = await tx.countBy(
    ArticleVersion,
    placed.map(({ article, version }) => ({ article, number: version })),
  )
  if (articles < placed.length || versions < placed.length) throw invalid('issue/unknown-article')
}

async function refuseElsewhere(tx: EntityManager, issue: string, articles: readonly string[]): Promise<void> {
  const [other] = (await tx.query(
    `SELECT v.title FROM issue_articles p JOIN article_versions v ON v.article = p.article AND v.number = p.version
     WHERE p.issue <> $1 AND p.article = ANY($2::uuid[]) ORDER BY p.article LIMIT 1`,
    [issue, articles],
  )) as { title: string }[]
  if (other !== undefined) throw conflict('issue/article-elsewhere', { title: other.title })
}

async function refuseForgotten(tx: EntityManager, issue: string, named: ReadonlySet<string>): Promise<void> {
  const standing = await tx.find(IssueArticle, { where: { issue }, select: { article: true } })
  const forgotten = standing.filter((one) => !named.has(one.article)).length
  if (forgotten > 0) throw invalid('issue/arrangement-incomplete', { count: forgotten })
}
