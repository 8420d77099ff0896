import type { ArticleLine, IssueAnswer } from '#lib/editorial'
import { arrangeIssue, readIssue } from '../../lib/api/issues.js'
import { isProblem } from '../../lib/api/problem.js'

/** Puts articles behind the last one of a column, in the newest order of the issue; once more when someone else was quicker. */
export async function placedAtEnd(issue: string, column: number, articles: readonly ArticleLine[]): Promise<IssueAnswer> {
  const name = (await readIssue(issue)).columns[column]?.name ?? null
  const attempt = async (): Promise<IssueAnswer> => {
    const now = await readIssue(issue)
    return arrangeIssue(issue, now.version, { columns: withArticles(now, name, articles) })
  }
  return attempt().catch((error: unknown) => {
    if (isProblem(error) && error.stale) return attempt()
    throw error
  })
}

function withArticles({ columns }: IssueAnswer, name: string | null, articles: readonly ArticleLine[]) {
  const present = new Set(columns.flatMap((column) => column.articles.map((one) => one.article)))
  const added = articles.filter((one) => !present.has(one.id)).map(({ id, version }) => ({ article: id, version }))
  return columns.map((column) => {
    const placed = column.articles.map(({ article, version }) => ({ article, version }))
    return { name: column.name, articles: column.name === name ? [...placed, ...added] : placed }
  })
}
