import { z } from 'zod'
import { editionFile } from './editions.js'
import { id, moment, sha256Text, year } from './marks.js'
import { personName } from './people.js'
import { nameLine } from './text.js'

/** A link to the files of one released edition, for somebody without an account. */
export const shareRequest = z
  .strictObject({ days: z.int().min(1).max(365), note: nameLine(100).nullable().optional() })
  .meta({ id: 'ShareRequest' })

export const shareAnswer = z
  .strictObject({
    id,
    edition: id,
    note: z.string().nullable(),
    madeBy: personName.nullable(),
    madeAt: moment,
    expiresAt: moment,
    revokedAt: moment.nullable(),
    /** Whether it opens anything now. */
    open: z.boolean(),
  })
  .meta({ id: 'Share' })

/** A link just made; the token is shown this once: the page is `/shared/{token}`. */
export const newShare = z.strictObject({ share: shareAnswer, token: z.string() }).meta({ id: 'NewShare' })

export const shareList = z.strictObject({ items: z.array(shareAnswer) }).meta({ id: 'ShareList' })

/** The token of a link: 256 bits by chance. */
export const shareToken = z.string().regex(/^[\w-]{43}$/)

/** What a link opens. */
export const sharedEdition = z
  .strictObject({
    name: z.string(),
    publication: z.string(),
    releasedAt: moment,
    pages: z.int(),
    expiresAt: moment,
    files: z.array(editionFile),
  })
  .meta({ id: 'SharedEdition' })

/** Released editions of a publication, newest first, by year. */
export const releasedQuery = z.strictObject({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .pipe(year)
    .optional(),
})

export const releasedEdition = z
  .strictObject({
    edition: id,
    issue: id,
    name: z.string(),
    year: z.int().nullable(),
    number: z.int().nullable(),
    totalNumber: z.int().nullable(),
    date: z.string().nullable(),
    editionNumber: z.int(),
    pages: z.int(),
    releasedAt: moment,
    contentHash: sha256Text,
    files: z.array(editionFile),
    contents: z.array(z.strictObject({ column: z.string().nullable(), title: z.string(), pageLabel: z.string() })),
  })
  .meta({ id: 'ReleasedEdition' })

export const releasedList = z.strictObject({ years: z.array(z.int()), items: z.array(releasedEdition) }).meta({ id: 'ReleasedList' })

/** Source: JSON Feed 1.1. */
export const jsonFeedShape = z
  .strictObject({
    version: z.string(),
    title: z.string(),
    home_page_url: z.string(),
    feed_url: z.string(),
    language: z.string(),
    items: z.array(
      z.strictObject({ id: z.string(), url: z.string(), title: z.string(), date_published: z.string(), content_text: z.string() }),
    ),
  })
  .meta({ id: 'JsonFeed' })

/** An issue as HTML for the WeChat editor: every style inline, pictures named in the order they must be uploaded there. */
export const wechatAnswer = z
  .strictObject({
    articles: z.array(
      z.strictObject({
        title: z.string(),
        html: z.string(),
        pictures: z.array(z.strictObject({ sha256: sha256Text, name: z.string(), alt: z.string() })),
      }),
    ),
  })
  .meta({ id: 'WeChat' })

/** Sending the contents of a released edition to a list of addresses. */
export const mailRequest = z
  .strictObject({ to: z.array(z.email().max(254)).min(1).max(200), message: nameLine(500).nullable().optional() })
  .meta({ id: 'MailRequest' })

export const mailAnswer = z.strictObject({ sent: z.int(), refused: z.array(z.string()) }).meta({ id: 'Mailed' })

export type ShareRequest = z.infer<typeof shareRequest>
export type ShareAnswer = z.infer<typeof shareAnswer>
export type NewShare = z.infer<typeof newShare>
export type SharedEdition = z.infer<typeof sharedEdition>
export type ReleasedEdition = z.infer<typeof releasedEdition>
export type ReleasedList = z.infer<typeof releasedList>
export type WeChatAnswer = z.infer<typeof wechatAnswer>
export type MailRequest = z.infer<typeof mailRequest>
export type MailAnswer = z.infer<typeof mailAnswer>
