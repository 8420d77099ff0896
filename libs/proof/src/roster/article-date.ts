import type { ArticleContent } from '#lib/editorial'
import type { ProofContext } from '../rule.js'

/** The day an article speaks from: it was signed, it was published, or the issue it goes into. ISO, as precise as known. */
export const articleDate = (content: ArticleContent, context: ProofContext): string | null =>
  content.documentDate ?? content.sourceDate ?? context.issueDate ?? null

/** The first and the last day a date may mean, as texts that compare. */
const firstDay = (date: string): string => (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date)
const lastDay = (date: string): string => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date)

/** Whether every day a date may mean lies before another; half-known dates that may fall on either side are neither before nor since. */
export const isBefore = (date: string, other: string): boolean => lastDay(date) < firstDay(other)

/** Whether every day a date may mean is that other or later. */
export const isSince = (date: string, other: string): boolean => firstDay(date) >= lastDay(other)

/** Whether every day a date may mean is later than another. */
export const isAfter = (date: string, other: string): boolean => firstDay(date) > lastDay(other)

/** Whether a date certainly lies outside a span whose ends may be open. */
export const isOutside = (date: string, span: { readonly from: string | null; readonly to: string | null }): boolean =>
  (span.from !== null && isBefore(date, span.from)) || (span.to !== null && isAfter(date, span.to))
