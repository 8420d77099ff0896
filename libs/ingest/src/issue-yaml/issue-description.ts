/** An issue as its `issue.yaml` describes it; files and addresses are still names, resolved by who has the folder. */
export interface IssueDescription {
  readonly publication: string | null
  readonly publisher: string | null
  readonly style: string | null
  readonly year: number | null
  readonly number: number | null
  readonly totalNumber: number | null
  /** ISO date. */
  readonly date: string | null
  readonly titleLines: readonly string[]
  readonly editors: readonly string[]
  readonly contact: string | null
  readonly columns: readonly ColumnDescription[]
}

export interface ColumnDescription {
  /** null for a flat list. */
  readonly name: string | null
  readonly articles: readonly ArticleDescription[]
}

/** Exactly one of `file` and `url` is given; what is set here goes before what the file says. */
export interface ArticleDescription {
  readonly file: string | null
  readonly url: string | null
  readonly title: string | null
  readonly subtitle: string | null
  readonly author: string | null
  readonly source: string | null
  /** ISO, as precise as known. */
  readonly sourceDate: string | null
  readonly documentNumber: string | null
}
