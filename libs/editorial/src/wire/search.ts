import { z } from 'zod'
import { pageOf, pageQuery } from './listing.js'
import { id, knownDate } from './marks.js'
import { nameLine } from './text.js'

/**
 * What is looked for, and where: in articles (the usual) or in released issues to the page; without a publication in all that the person may see.
 * Words parted by blanks must all stand there, “quoted ones” as they are. A page may be short although more follows.
 */
export const searchRequest = pageQuery.extend({
  q: nameLine(200),
  in: z.enum(['articles', 'issues']).optional(),
  publication: id.optional(),
  column: nameLine(40).optional(),
  source: nameLine(200).optional(),
  /** Source dates, for issues the dates of issue; both ends included. */
  from: knownDate.optional(),
  to: knownDate.optional(),
})

/** A stretch of text with what was found in it. */
export const markedText = z.array(z.strictObject({ text: z.string(), found: z.boolean() })).meta({ id: 'MarkedText' })

const place = { publication: id, publicationName: z.string(), excerpt: markedText }

export const articleHit = z
  .strictObject({
    kind: z.literal('article'),
    ...place,
    article: id,
    title: markedText,
    source: z.string().nullable(),
    sourceDate: z.string().nullable(),
    column: z.string().nullable(),
    issue: id.nullable(),
    issueName: z.string().nullable(),
  })
  .meta({ id: 'ArticleHit' })

/** A page of a released issue; `article` is the one whose text begins last before the find, where it is known. */
export const pageHit = z
  .strictObject({
    kind: z.literal('page'),
    ...place,
    edition: id,
    issue: id,
    issueName: z.string(),
    page: z.int(),
    pageLabel: z.string(),
    article: id.nullable(),
    articleTitle: z.string().nullable(),
    column: z.string().nullable(),
  })
  .meta({ id: 'PageHit' })

export const searchHit = z.discriminatedUnion('kind', [articleHit, pageHit]).meta({ id: 'SearchHit' })

export const searchPage = pageOf(searchHit).meta({ id: 'SearchPage' })

export type SearchRequest = z.infer<typeof searchRequest>
export type MarkedText = z.infer<typeof markedText>
export type ArticleHit = z.infer<typeof articleHit>
export type PageHit = z.infer<typeof pageHit>
export type SearchHit = z.infer<typeof searchHit>
