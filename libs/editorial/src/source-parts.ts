import type { ArticleContent } from './manuscript.js'

/**
 * What an article must tell of where it is from: the source, its date, and the original it was taken from, which is kept as it came with its
 * address or file name, the time it was taken and its hash.
 */
export const sourceParts = ['source', 'date', 'original'] as const

export type SourcePart = (typeof sourceParts)[number]

/** What is looked at to tell whether an article says where it is from. */
export interface SourceFacts extends Pick<ArticleContent, 'source' | 'documentNumber' | 'sourceDate' | 'documentDate'> {
  /** Whether the original is kept. */
  readonly kept: boolean
}

/** An article that does not say all of it, and nobody answered for what is missing. */
export interface SourceGap {
  readonly title: string
  readonly parts: readonly SourcePart[]
}

/** What is missing of where an article is from, in the order of `sourceParts`. A 发文字号 is a source where the house style prints it; 成文日期 is a date. */
export function missingSourceParts(facts: SourceFacts, documentNumberCounts = true): SourcePart[] {
  const there: Readonly<Record<SourcePart, boolean>> = {
    source: facts.source !== null || (documentNumberCounts && facts.documentNumber !== null),
    date: facts.sourceDate !== null || facts.documentDate !== null,
    original: facts.kept,
  }
  return sourceParts.filter((part) => !there[part])
}

/** House: three titles say where to begin, all of them would be a page. */
const NAMED = 3

/** The figures of a refusal: how many articles, how many lack each part, and the first titles. */
export function gapFigures(gaps: readonly SourceGap[]): Record<string, string | number> {
  const lacking = (part: SourcePart): number => gaps.filter((gap) => gap.parts.includes(part)).length
  const titles = gaps.slice(0, NAMED).map((gap) => `《${gap.title}》`)
  return {
    count: gaps.length,
    source: lacking('source'),
    date: lacking('date'),
    original: lacking('original'),
    titles: `${titles.join('')}${gaps.length > NAMED ? '…' : ''}`,
  }
}
