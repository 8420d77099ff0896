import type { RosterEntry } from '#lib/editorial'

/** What a line is about, so that importing it again changes it instead of doubling it. */
export function rosterKey(entry: RosterEntry): string {
  switch (entry.kind) {
    case 'person':
      return ['person', entry.name, entry.office, entry.from ?? ''].join('|')
    case 'body':
      return ['body', entry.name, entry.formerly].join('|')
    case 'meeting':
      return ['meeting', entry.name, entry.from ?? ''].join('|')
    case 'document':
      return ['document', entry.number].join('|')
    case 'phrase':
    case 'source':
      return [entry.kind, entry.name].join('|')
  }
}
