import type { Language, RosterEntry } from '#lib/editorial'
import { dateText } from '../../lib/format.js'
import type { Texts } from '../../lib/texts/zh.js'

/** What a line of the roster says beside its name, and for which time. */
export function rosterWords(entry: RosterEntry, texts: Texts, language: Language): { says: string; when: string } {
  const day = (date: string | null): string => (date === null ? '' : dateText(date, language))
  const span = (from: string | null, to: string | null): string =>
    from === null && to === null ? '' : `${day(from)} — ${to === null ? texts.roster.now : day(to)}`
  switch (entry.kind) {
    case 'person':
      return { says: entry.office, when: span(entry.from, entry.to) }
    case 'body':
      return { says: texts.roster.formerly(entry.formerly), when: span(entry.from, null) }
    case 'meeting':
      return { says: texts.listed(entry.others), when: span(entry.from, entry.to) }
    case 'phrase':
      return { says: texts.roster.not(texts.listed(entry.wrong)), when: '' }
    case 'document':
      return { says: entry.number, when: day(entry.date) }
    case 'source':
      return { says: texts.listed(entry.others), when: '' }
  }
}
