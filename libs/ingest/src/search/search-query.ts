import { foldText } from './folded-text.js'
import { queryToken, RUNS, tokensOf } from './search-tokens.js'

export interface SearchQuery {
  /** A `tsquery` literal, to be cast; null where nothing in the query can be searched for. */
  readonly tsquery: string | null
  /** What must stand in a text, each as folded text: the words of the query, quotations whole. */
  readonly terms: readonly string[]
}

/** House: what is typed or pasted into a search field; more is no search. In characters. */
const LONGEST = 200

const TERM = /["“”]([^"“”]*)["“”]|[^\s"“”]+/gu

/** What a person typed, as the database takes it and as texts are looked through: words and quotations, all of them wanted. */
export function searchQuery(query: string): SearchQuery {
  const written = [...query].slice(0, LONGEST).join('')
  const terms = [...written.matchAll(TERM)].map((found) => foldText((found[1] ?? found[0]).trim()).text)
  const searchable = [...new Set(terms)].filter((term) => tokensOf(term).length > 0)
  const wanted = [...new Set(searchable.flatMap(clauses))]
  return { tsquery: wanted.length === 0 ? null : wanted.join(' & '), terms: searchable }
}

/**
 * Pairs of characters stand whole, and so does what another sign of the term ends, as 第 in 第3次 or 2025 in 〔2025〕; a single character and a word at the end of the term
 * ask for what begins so.
 */
function clauses(term: string): string[] {
  return [...term.matchAll(RUNS)].flatMap(({ 0: run, 1: han, index }) => {
    const tokens = tokensOf(run)
    if (han !== undefined && tokens.length > 1) return tokens.slice(0, -1).map(queryToken)
    const ends = index + run.length === term.length
    return tokens.map((token) => (ends ? `${queryToken(token)}:*` : queryToken(token)))
  })
}
