import type { ArticleContent } from '#lib/editorial'

/** The head of an article as it stands in the form. */
export interface ArticleFields {
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly source: string
  /** Undefined while what is typed is no date. */
  readonly sourceDate: string | null | undefined
  readonly url: string
  readonly documentNumber: string
  readonly documentDate: string | null | undefined
}

export const fieldsOf = (content: ArticleContent): ArticleFields => ({
  title: content.title,
  subtitle: content.subtitle ?? '',
  author: content.author ?? '',
  source: content.source ?? '',
  sourceDate: content.sourceDate,
  url: content.url ?? '',
  documentNumber: content.documentNumber ?? '',
  documentDate: content.documentDate,
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The head as it is saved: blank fields null, a date that is none left as it was. */
export const headOf = (fields: ArticleFields, before: ArticleContent): Omit<ArticleContent, 'blocks' | 'notes'> => ({
  title: fields.title.trim(),
  subtitle: orNull(fields.subtitle),
  author: orNull(fields.author),
  source: orNull(fields.source),
  sourceDate: fields.sourceDate === undefined ? before.sourceDate : fields.sourceDate,
  url: orNull(fields.url),
  documentNumber: orNull(fields.documentNumber),
  documentDate: fields.documentDate === undefined ? before.documentDate : fields.documentDate,
})

/** Which fields stand in the way of saving. */
export const flawsOf = (fields: ArticleFields): readonly ('title' | 'sourceDate' | 'documentDate' | 'url')[] => [
  ...(fields.title.trim() === '' ? (['title'] as const) : []),
  ...(fields.sourceDate === undefined ? (['sourceDate'] as const) : []),
  ...(fields.documentDate === undefined ? (['documentDate'] as const) : []),
  ...(fields.url.trim() === '' || /^(https?:\/\/|mailto:)\S+$/i.test(fields.url.trim()) ? [] : (['url'] as const)),
]
