import { z } from 'zod'
import { id } from './marks.js'

/** How another article is like this one: the same address, almost the same text, a similar one, or some of its paragraphs. */
export const duplicateKinds = ['address', 'same', 'alike', 'passages'] as const

/** Where an article or a paragraph was printed: in an edition of the house to the page, or in a past bulletin of the archive. */
export const usedAnswer = z
  .strictObject({
    /** 2024年第8期 */
    name: z.string(),
    /** Sheet of the PDF from 1, and the number printed on it; null where only the issue is known. */
    page: z.int().nullable(),
    pageLabel: z.string().nullable(),
    issue: id.nullable(),
    edition: id.nullable(),
    pastIssue: id.nullable(),
  })
  .meta({ id: 'Used' })

export const duplicateAnswer = z
  .strictObject({
    kind: z.enum(duplicateKinds),
    /** The other article; null where only printed pages are known to hold the paragraphs. */
    article: id.nullable(),
    publication: id,
    title: z.string(),
    source: z.string().nullable(),
    sourceDate: z.string().nullable(),
    /** How much of both texts is common, estimated, 0 to 1; null where only the address or paragraphs agree. */
    similarity: z.number().nullable(),
    /** Paragraphs that stand in both, word for word. */
    paragraphs: z.int(),
    used: z.array(usedAnswer),
    /** The badge: 已在2024年第8期第12页用过. */
    message: z.string(),
  })
  .meta({ id: 'Duplicate' })

/** Strongest first. */
export const duplicateList = z.strictObject({ items: z.array(duplicateAnswer) }).meta({ id: 'DuplicateList' })

export type UsedAnswer = z.infer<typeof usedAnswer>
export type DuplicateAnswer = z.infer<typeof duplicateAnswer>
