import type { RosterEntry, RosterKind } from '#lib/editorial'

/** Every kind there is; the list beside the wire's shapes would bring the validator along. */
const kinds = { person: true, body: true, meeting: true, phrase: true, document: true, source: true } satisfies Record<RosterKind, true>
export const rosterKinds = Object.keys(kinds) as RosterKind[]

/** A line of the roster while it is written: every field there is, whether its kind uses it or not. */
export interface RosterDraft {
  readonly kind: RosterKind
  readonly name: string
  /** The office, the former name, or the number. */
  readonly second: string
  /** Other or wrong spellings. */
  readonly others: readonly string[]
  readonly from: string | null
  readonly to: string | null
  readonly note: string
}

export const emptyDraft: RosterDraft = { kind: 'person', name: '', second: '', others: [], from: null, to: null, note: '' }

export function draftOfEntry(entry: RosterEntry): RosterDraft {
  const draft = { ...emptyDraft, kind: entry.kind, name: entry.name, note: entry.note }
  switch (entry.kind) {
    case 'person':
      return { ...draft, second: entry.office, from: entry.from, to: entry.to }
    case 'body':
      return { ...draft, second: entry.formerly, from: entry.from }
    case 'meeting':
      return { ...draft, others: entry.others, from: entry.from, to: entry.to }
    case 'phrase':
      return { ...draft, others: entry.wrong }
    case 'document':
      return { ...draft, second: entry.number, from: entry.date }
    case 'source':
      return { ...draft, others: entry.others }
  }
}

/** The line to be kept; undefined while something it needs is missing. */
export function entryOfDraft(draft: RosterDraft): RosterEntry | undefined {
  const name = draft.name.trim()
  const second = draft.second.trim()
  const note = draft.note.trim()
  const others = draft.others.map((one) => one.trim()).filter((one) => one !== '')
  const { from, to } = draft
  if (name === '') return undefined
  switch (draft.kind) {
    case 'person':
      return second === '' ? undefined : { kind: 'person', name, office: second, from, to, note }
    case 'body':
      return second === '' || from === null ? undefined : { kind: 'body', name, formerly: second, from, note }
    case 'meeting':
      return { kind: 'meeting', name, others, from, to, note }
    case 'phrase':
      return { kind: 'phrase', name, wrong: others, note }
    case 'document':
      return second === '' ? undefined : { kind: 'document', name, number: second, date: from, note }
    case 'source':
      return { kind: 'source', name, others, note }
  }
}
