import type { ArticleContent } from '#lib/editorial'
import { type Finding, type ProofContext, proofread } from '#lib/proof'

export interface ProofOrder {
  readonly contents: readonly ArticleContent[]
  readonly context: ProofContext
}

/** Proofreads a handful of articles in the child. */
export const proofreadAll = ({ contents, context }: ProofOrder): readonly (readonly Finding[])[] =>
  contents.map((content) => proofread(content, context))
