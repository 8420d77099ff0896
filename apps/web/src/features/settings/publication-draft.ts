import type { PublicationAnswer, PublicationChange, ReviewStage } from '#lib/editorial'

/** The settings as they stand in the form. */
export interface PublicationDraft {
  readonly name: string
  readonly publisher: string
  readonly style: string
  readonly pattern: string
  readonly total: boolean
  readonly columns: readonly string[]
  readonly stages: readonly ReviewStage[]
  readonly exception: boolean
  readonly exceptionReason: string
  readonly editors: readonly string[]
  readonly contact: string
  readonly resolveFirst: boolean
  readonly openToReaders: boolean
  readonly internal: boolean
  readonly permit: string
}

export const draftOf = (publication: PublicationAnswer): PublicationDraft => ({
  name: publication.name,
  publisher: publication.publisher ?? '',
  style: publication.style,
  pattern: publication.numbering.pattern,
  total: publication.numbering.total,
  columns: publication.columns,
  stages: publication.stages,
  exception: publication.reviewException !== null,
  exceptionReason: publication.reviewException?.reason ?? '',
  editors: publication.editors,
  contact: publication.contact ?? '',
  resolveFirst: publication.resolveFirst,
  openToReaders: publication.openToReaders,
  internal: publication.internal !== null,
  permit: publication.internal?.permit ?? '',
})

const written = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '')

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** What goes to the server: blank lines dropped, blank fields null. */
export const changeOf = (draft: PublicationDraft): PublicationChange => ({
  name: draft.name.trim(),
  publisher: orNull(draft.publisher),
  style: draft.style,
  numbering: { pattern: draft.pattern.trim(), total: draft.total },
  columns: written(draft.columns),
  stages: draft.stages.map(({ name, reviewers, days, checklist }) => ({
    name: name.trim(),
    reviewers: [...reviewers],
    days: days ?? null,
    checklist: written(checklist ?? []),
  })),
  reviewException: draft.exception ? { reason: draft.exceptionReason.trim() } : null,
  editors: written(draft.editors),
  contact: orNull(draft.contact),
  resolveFirst: draft.resolveFirst,
  openToReaders: draft.openToReaders,
  internal: draft.internal ? { permit: orNull(draft.permit) } : null,
})
