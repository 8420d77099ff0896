import type { Finding } from './finding.js'

/** A finding that only the issue as a whole shows: it stands in one article and concerns others. */
export interface IssueFinding extends Finding {
  /** Index of the article in reading order. */
  readonly article: number
  /** The earlier articles it is said of. */
  readonly others: readonly number[]
}
