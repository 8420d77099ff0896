import type { DocumentFacts } from '#lib/typeset'

/** Who made the document, as properties name one: its editors, else its publisher. */
export function authorOf(facts: DocumentFacts): string | null {
  if (facts.editors.length > 0) return facts.editors.join('、')
  return facts.publisher
}

/** Midnight of the date, UTC; a month or a year counts from its first day. Null where the issue has no date. */
export function createdOf(facts: DocumentFacts): Date | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(facts.date ?? '')
  if (match === null) return null
  return new Date(Date.UTC(Number(match[1]), Number(match[2] ?? '1') - 1, Number(match[3] ?? '1')))
}
