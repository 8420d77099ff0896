import type { MarkedText } from '#lib/editorial'
import { excerpt, highlight, type Span } from '#lib/ingest'

/** A text with the words of the query marked in it. */
export const marked = (text: string, query: string): MarkedText => stretches(text, highlight(text, query))

/** The stretch of a long text that shows why it was found. */
export function markedExcerpt(text: string, query: string): MarkedText {
  const { text: cut, marks } = excerpt(text, query)
  return stretches(cut, marks)
}

function stretches(text: string, spans: readonly Span[]): MarkedText {
  const parts: MarkedText = []
  let at = 0
  for (const { from, to } of spans) {
    if (from > at) parts.push({ text: text.slice(at, from), found: false })
    parts.push({ text: text.slice(from, to), found: true })
    at = to
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), found: false })
  return parts
}
