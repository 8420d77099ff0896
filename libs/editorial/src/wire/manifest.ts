import { z } from 'zod'
import { renderPurposes } from '../render-words.js'
import { fileFormat } from './editions.js'
import { id, sha256Text } from './marks.js'

const article = z.strictObject({
  column: z.string().nullable(),
  title: z.string(),
  source: z.string().nullable(),
  sourceDate: z.string().nullable(),
  url: z.string().nullable(),
  documentNumber: z.string().nullable(),
  contentHash: sha256Text,
  /** The saved version that was printed, and the snapshot it came from; null where the article was typed here. */
  article: id,
  version: z.int(),
  snapshotSha256: sha256Text.nullable(),
  /** Sheet from 1, and the number printed on it. */
  pdfPage: z.int(),
  pageLabel: z.string(),
})

/** What is in an edition, from the source's hash to the printed page: enough to check the files without this server. */
export const manifest = z
  .strictObject({
    format: z.literal(1),
    bianyin: z.string(),
    node: z.string(),
    name: z.string(),
    purpose: z.enum(renderPurposes),
    edition: z.int(),
    /** SHA-256 of the press order: what reviewers approved and what both files carry. */
    contentHash: sha256Text,
    review: z.enum(['none', 'passed']),
    issue: z.strictObject({
      publication: z.string().nullable(),
      publisher: z.string().nullable(),
      year: z.int().nullable(),
      number: z.int().nullable(),
      totalNumber: z.int().nullable(),
      date: z.string().nullable(),
    }),
    style: z.strictObject({ name: z.string(), sha256: sha256Text }),
    faces: z.array(z.strictObject({ id: z.string(), role: z.string(), sha256: sha256Text })),
    pictures: z.array(sha256Text),
    articles: z.array(article),
    files: z.array(z.strictObject({ format: fileFormat, name: z.string(), bytes: z.int(), sha256: sha256Text, pages: z.int().nullable() })),
  })
  .meta({ id: 'Manifest' })

export type Manifest = z.infer<typeof manifest>
