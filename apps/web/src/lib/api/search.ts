import type { DuplicateAnswer, SearchHit } from '#lib/editorial'
import { request } from './request.js'

export interface SearchAsked {
  readonly q: string
  readonly in: 'articles' | 'issues'
  readonly publication: string
  readonly after?: string | undefined
}

/** Articles, or released issues to the page. */
export const search = ({ q, in: where, publication, after }: SearchAsked): Promise<{ items: SearchHit[]; next: string | null }> =>
  request('GET', '/search', { query: { q, in: where, publication, after } })

/** What the house has already of this article, strongest first, and where it was printed. */
export const readDuplicates = (article: string): Promise<{ items: DuplicateAnswer[] }> => request('GET', `/articles/${article}/duplicates`)
