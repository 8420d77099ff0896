import { z } from 'zod'
import { articleContent } from './content.js'
import { pageOf, pageQuery } from './listing.js'
import { id, moment, webAddress } from './marks.js'
import { personName } from './people.js'
import { warningAnswer } from './sources.js'

/** House: twenty addresses are a morning's reading; fifty at once still fit a screen. */
const MOST_ADDRESSES = 50

export const pageAddress = webAddress.regex(/^https?:/i)

/** Addresses to bring in, each once; `again` also brings what is there already. */
export const fetchRequest = z
  .strictObject({ addresses: z.array(pageAddress).min(1).max(MOST_ADDRESSES), again: z.boolean().optional() })
  .meta({ id: 'FetchRequest' })

export const fetchStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const

export const fetchAnswer = z
  .strictObject({
    id,
    publication: id,
    url: z.string(),
    state: z.enum(fetchStates),
    /** The article it became, or the one that was there already. */
    article: id.nullable(),
    title: z.string().nullable(),
    snapshot: id.nullable(),
    /** Set where the address of this article was asked once more. */
    againFor: id.nullable(),
    differs: z.boolean().nullable(),
    warnings: z.array(warningAnswer),
    error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    requestedBy: personName.nullable(),
    requestedAt: moment,
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'Fetch' })

export const fetchList = z.strictObject({ items: z.array(fetchAnswer) }).meta({ id: 'FetchList' })
export const fetchPage = pageOf(fetchAnswer).meta({ id: 'FetchPage' })

export const fetchQuery = pageQuery.extend({ state: z.enum(fetchStates).optional() })

/** A file a page offers now, or offered first; `unknown` where one of the two was not had. The ids name the attachments themselves. */
export const attachmentChange = z
  .strictObject({
    name: z.string(),
    url: z.string(),
    change: z.enum(['same', 'changed', 'new', 'gone', 'unknown']),
    before: id.nullable(),
    now: id.nullable(),
  })
  .meta({ id: 'AttachmentChange' })

/** What a page asked once more says and offers now, beside what was read from it first. */
export const rereadAnswer = z
  .strictObject({ first: articleContent, now: articleContent, attachments: z.array(attachmentChange) })
  .meta({ id: 'Reread' })

export type FetchRequest = z.infer<typeof fetchRequest>
export type FetchAnswer = z.infer<typeof fetchAnswer>
export type FetchQuery = z.infer<typeof fetchQuery>
export type AttachmentChange = z.infer<typeof attachmentChange>
export type RereadAnswer = z.infer<typeof rereadAnswer>
