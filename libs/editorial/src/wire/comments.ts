import { z } from 'zod'
import { id, moment, version } from './marks.js'
import { personName } from './people.js'
import { reasonText, textLine, textLines } from './text.js'

export const commentStates = ['open', 'resolved', 'accepted', 'refused'] as const

/** Where in an article: a block by its index or a field of the head, UTF-16 offsets into its text. */
const place = {
  block: z.int().min(0).nullable(),
  field: z.enum(['title', 'subtitle', 'author', 'source']).nullable(),
  from: z.int().min(0),
  to: z.int().min(0),
}

/**
 * A remark on a passage of one version of an article, or on the article as a whole (no passage).
 * With a suggestion it proposes other words for the passage; an empty one proposes to take it out.
 */
export const commentRequest = z
  .strictObject({
    version,
    passage: z.strictObject(place).nullable(),
    text: textLines(2000),
    suggestion: textLine(5000).nullable().optional(),
  })
  .refine((wanted) => wanted.passage === null || wanted.passage.from <= wanted.passage.to, {
    message: 'turned-round',
    params: { code: 'turned-round' },
    path: ['passage'],
  })
  .refine((wanted) => wanted.text.trim() !== '' || (wanted.suggestion ?? null) !== null, {
    message: 'blank',
    params: { code: 'blank' },
    path: ['text'],
  })
  .refine((wanted) => (wanted.suggestion ?? null) === null || wanted.passage !== null, {
    message: 'passage-needed',
    params: { code: 'passage-needed' },
    path: ['passage'],
  })
  .meta({ id: 'CommentRequest' })

/** A remark on the issue as a whole. */
export const issueCommentRequest = z.strictObject({ text: reasonText }).meta({ id: 'IssueCommentRequest' })

export const commentReply = z.strictObject({ id, person: personName, text: z.string(), at: moment }).meta({ id: 'CommentReply' })

export const commentAnswer = z
  .strictObject({
    id,
    publication: id,
    /** Null for a remark on an issue as a whole. */
    article: id.nullable(),
    /** The issue it was said of, or the one the article stands in now. */
    issue: id.nullable(),
    articleTitle: z.string().nullable(),
    /** The version it was made on. */
    madeOn: z.int().nullable(),
    /** The words it was made on; null for the article or issue as a whole. */
    quote: z.string().nullable(),
    /** Where these words stand in the version asked for (the newest unless asked otherwise); null when they are gone or there is no passage. */
    passage: z.strictObject({ ...place, version: z.int(), changed: z.boolean() }).nullable(),
    text: z.string(),
    suggestion: z.string().nullable(),
    state: z.enum(commentStates),
    person: personName,
    at: moment,
    replies: z.array(commentReply),
    settledBy: personName.nullable(),
    settledAt: moment.nullable(),
    settledReason: z.string().nullable(),
    /** The version an accepted suggestion made. */
    settledVersion: z.int().nullable(),
  })
  .meta({ id: 'Comment' })

export const commentList = z.strictObject({ items: z.array(commentAnswer) }).meta({ id: 'CommentList' })

export const commentQuery = z.strictObject({
  state: z.enum(['open', 'all']).optional(),
  /** Places are given in this version instead of the newest. */
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .optional(),
})

export const replyRequest = z.strictObject({ text: reasonText }).meta({ id: 'ReplyRequest' })

/** Closing a remark: a word on why, where one is wanted. Refusing a suggestion takes a reason. */
export const settleComment = z.strictObject({ reason: reasonText.optional() }).meta({ id: 'SettleComment' })

/** Taking a suggestion into the text; `version` is the newest the person has before them. */
export const acceptSuggestion = z.strictObject({ version }).meta({ id: 'AcceptSuggestion' })

export type CommentRequest = z.infer<typeof commentRequest>
export type IssueCommentRequest = z.infer<typeof issueCommentRequest>
export type CommentAnswer = z.infer<typeof commentAnswer>
export type CommentQuery = z.infer<typeof commentQuery>
export type CommentState = (typeof commentStates)[number]
