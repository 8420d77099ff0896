import type { ArticleContent } from '#lib/editorial'
import type { Finding } from '#lib/proof'

/** What says the source is missing: settled by signing off, counted apart from the other findings. */
export const SOURCE_RULE = 'missing-source'

/** One finding let stand in one article. */
export interface Settled {
  readonly rule: string
  readonly text: string
}

/** Whether an article says where it is from: a source, or a 发文字号. */
export const saysWhereFrom = (content: Pick<ArticleContent, 'source' | 'documentNumber'>): boolean =>
  content.source !== null || content.documentNumber !== null

/** Findings that must be dealt with before review: graver than any the editor may overlook, and not settled for these very words. */
export const openBlocks = (findings: readonly Finding[], settled: readonly Settled[]): Finding[] =>
  findings.filter(
    (one) =>
      one.severity === 'block' && one.rule !== SOURCE_RULE && !settled.some((other) => other.rule === one.rule && other.text === one.text),
  )
