import { foldText } from './folded-text.js'
import { searchQuery } from './search-query.js'

/** A place in a text, in UTF-16 units. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Where the words of a query stand in a text, in order, without overlaps. */
export function highlight(text: string, query: string): readonly Span[] {
  const folded = foldText(text)
  const { terms } = searchQuery(query)
  const spans = terms.flatMap((term) => placesOf(folded.text, term)).map(({ from, to }) => asWritten(folded.places, from, to))
  return joined(spans)
}

/** Whether all words of a query stand in a text: the database's answer looked at again. */
export function matchesQuery(text: string, query: string): boolean {
  const folded = foldText(text).text
  const { terms } = searchQuery(query)
  return terms.length > 0 && terms.every((term) => placesOf(folded, term).length > 0)
}

const isWordPart = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char) && !/\p{Script=Han}/u.test(char)

/** A word of letters is found where a word begins, as the index has it. */
function placesOf(text: string, term: string): Span[] {
  const places: Span[] = []
  for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + 1)) {
    const insideWord = isWordPart(term[0]) && isWordPart(text[from - 1])
    if (!insideWord) places.push({ from, to: from + term.length })
  }
  return places
}

const asWritten = (places: ArrayLike<number>, from: number, to: number): Span => ({ from: places[from] ?? 0, to: endOf(places, to) })

/** Signs that one sign as written became, as ㎡ becomes m2, share its place: the end is the next place after them. */
function endOf(places: ArrayLike<number>, to: number): number {
  const last = places[to - 1] ?? 0
  let next = to
  while (next < places.length - 1 && places[next] === last) next += 1
  return places[next] ?? last
}

function joined(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1)
    if (last !== undefined && span.from < last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else merged.push(span)
  }
  return merged
}

export interface Excerpt {
  /** A stretch of the text on one line; `…` where it was cut. */
  readonly text: string
  /** Where the words stand in it. */
  readonly marks: readonly Span[]
}

/** House: two lines of a result list. */
const EXCERPT = 90

/** The stretch of a text that shows best why it was found: about its first place, or its beginning. */
export function excerpt(text: string, query: string, length: number = EXCERPT): Excerpt {
  const spans = highlight(text, query)
  const first = spans[0]?.from ?? 0
  const start = atCharacter(text, Math.max(0, Math.min(first - Math.floor(length / 3), text.length - length)))
  const end = atCharacter(text, Math.min(text.length, start + length))
  const before = start > 0 ? '…' : ''
  const shift = before.length - start
  return {
    text: `${before}${text.slice(start, end).replace(/\s/g, ' ')}${end < text.length ? '…' : ''}`,
    marks: spans.filter(({ from, to }) => from >= start && to <= end).map(({ from, to }) => ({ from: from + shift, to: to + shift })),
  }
}

/** Never between the halves of a character. */
const atCharacter = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at)
