import { z } from 'zod'
import { isoDate } from '../markdown/front-matter.js'

/**
 * The shape of `issue.yaml`. Messages are the last part of the refusal's code (`ingest/issue-not-text` …), so that
 * each has its sentence in both languages.
 */
const blank = (value: unknown): unknown => (value === null || value === '' ? undefined : value)

const text = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : blank(value)),
  z.string({ error: 'issue-not-text' }).trim().optional(),
)

const asNumber = (value: unknown): unknown => (typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : blank(value))
const count = z.preprocess(
  asNumber,
  z.number({ error: 'issue-not-number' }).int({ error: 'issue-not-number' }).min(1, { error: 'issue-not-number' }).optional(),
)

const dateOf = (value: unknown): unknown => {
  const found = blank(value)
  if (found === undefined) return undefined
  const date = isoDate(found)
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date) ? date : null
}
const date = z.preprocess(dateOf, z.string({ error: 'issue-not-date' }).optional())

const texts = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : (blank(value) ?? [])),
  z.array(z.string({ error: 'issue-not-text' }), { error: 'issue-not-list' }),
)

const article = z
  .strictObject(
    { file: text, url: text, title: text, subtitle: text, author: text, source: text, sourceDate: date, documentNumber: text },
    { error: strictError('issue-not-article') },
  )
  .refine((one) => (one.file === undefined) !== (one.url === undefined), { error: 'issue-file-or-url' })

const column = z.strictObject(
  {
    name: text,
    articles: z.array(
      z.preprocess((value) => (typeof value === 'string' ? { file: value } : value), article),
      { error: 'issue-not-list' },
    ),
  },
  { error: strictError('issue-not-column') },
)

export const issueSchema = z.strictObject(
  {
    publication: text,
    publisher: text,
    style: text,
    year: count,
    number: count,
    totalNumber: count,
    date,
    titleLines: texts,
    editors: texts,
    contact: text,
    columns: z.array(column, { error: 'issue-not-list' }).min(1, { error: 'issue-no-columns' }),
  },
  { error: strictError('issue-not-map') },
)

/** A key that is not known is named; a value of another kind has its own sentence. */
function strictError(otherwise: string): (issue: { code: string }) => string {
  return (issue) => (issue.code === 'unrecognized_keys' ? 'issue-unknown-field' : otherwise)
}
