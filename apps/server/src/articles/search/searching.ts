import type { SearchRequest } from '#lib/editorial'
import type { Cursor } from './search-cursor.js'

/** A question as the searches take it. */
export interface Asked {
  readonly query: string
  readonly tsquery: string
  /** The publications that are looked through. */
  readonly visible: readonly string[]
  readonly filters: Pick<SearchRequest, 'column' | 'source' | 'from' | 'to'>
}

export interface Found<Hit> {
  readonly items: Hit[]
  /** Where to go on; null when all was looked through. */
  readonly next: Cursor | null
}
