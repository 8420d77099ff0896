import type { ArticleContent } from '#lib/editorial'
import { type Finding, type IssueFinding, type ProofContext, proofread, proofreadIssue } from '#lib/proof'

export interface ProofOrder {
  readonly contents: readonly ArticleContent[]
  readonly context: ProofContext
}

/** Proofreads a handful of articles in the child. */
export const proofreadAll = ({ contents, context }: ProofOrder): readonly (readonly Finding[])[] =>
  contents.map((content) => proofread(content, context))

export interface IssueProofOrder {
  readonly contents: readonly ArticleContent[]
  /** The column each stands in. */
  readonly columns: readonly (string | null)[]
}

/** What only the articles of an issue together show. */
export const proofreadTogether = ({ contents, columns }: IssueProofOrder): readonly IssueFinding[] => proofreadIssue(contents, columns)
