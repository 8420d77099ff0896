import type { ArticleContent } from './manuscript.js'

/** Who makes the bulletin and how it is numbered: what a publication hands down to each issue. */
export interface Masthead {
  readonly publication: string | null
  readonly publisher: string | null
}

export interface IssueColumn {
  /** 栏目 name without 【】; null for a flat list. */
  readonly name: string | null
  readonly articles: readonly ArticleContent[]
}

/**
 * One issue as the typesetter receives it: every article in its pinned version, in order.
 * What is not known is null and is left out of the pages; nothing is invented.
 */
export interface IssueContent extends Masthead {
  readonly year: number | null
  readonly number: number | null
  readonly totalNumber: number | null
  /** ISO date. */
  readonly date: string | null
  /** Further cover lines where a house style prints a title of its own: `第八次教职工政治理论学习`. */
  readonly titleLines: readonly string[]
  readonly editors: readonly string[]
  readonly contact: string | null
  readonly columns: readonly IssueColumn[]
}

/** The articles of an issue in reading order, with the column each stands in. */
export function articlesInOrder(issue: IssueContent): { column: IssueColumn; article: ArticleContent }[] {
  return issue.columns.flatMap((column) => column.articles.map((article) => ({ column, article })))
}
