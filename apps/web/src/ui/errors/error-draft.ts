import type { ErrorRequest } from '#lib/editorial'

/** An error on its way into the ledger, as it stands in the form. */
export interface ErrorDraft {
  readonly issue: string | null
  readonly article: string | null
  readonly kind: ErrorRequest['kind']
  readonly stage: string
  readonly text: string
  readonly correction: string
  readonly page: number | null
  readonly times: number
  readonly note: string
}

/** What is known of an error before anybody wrote anything. */
export type ErrorSeed = Partial<Pick<ErrorDraft, 'issue' | 'article' | 'kind' | 'stage' | 'text' | 'correction'>>

/** The stages that belong to no publication, as the ledger keeps them. */
export const EDITING = '编辑'
export const AFTER_RELEASE = '出版后'

/** A name of one line: longer words are cut as the ledger cuts them. */
const LONGEST = 300

const line = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST)

export const errorDraft = (seed: ErrorSeed): ErrorDraft => ({
  issue: seed.issue ?? null,
  article: seed.article ?? null,
  kind: seed.kind ?? 'character',
  stage: seed.stage ?? EDITING,
  text: line(seed.text),
  correction: line(seed.correction),
  page: null,
  times: 1,
  note: '',
})

/** What is sent; undefined while something needed is missing. */
export function errorRequestOf({ issue, text, correction, note, ...rest }: ErrorDraft): ErrorRequest | undefined {
  if (issue === null || line(text) === '' || line(rest.stage) === '') return undefined
  return {
    ...rest,
    issue,
    stage: line(rest.stage),
    text: line(text),
    correction: line(correction) === '' ? null : line(correction),
    note: line(note) === '' ? null : line(note),
  }
}

const KINDS: Readonly<Record<string, ErrorDraft['kind']>> = { marks: 'mark', numbers: 'figure', structure: 'layout', head: 'sense' }

/** The kind an error most likely is, by the rule that found it; whoever confirms it may choose another. */
export const kindOfRule = (rule: string): ErrorDraft['kind'] => KINDS[rule.split('/')[0] ?? ''] ?? 'character'
