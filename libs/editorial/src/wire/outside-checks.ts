import { z } from 'zod'
import { id, moment } from './marks.js'
import { personName } from './people.js'

export const checkStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const

/** One version in the hands of the checker outside the house. Its suggestions stand among the findings, with the origin `outside`. */
export const outsideCheckAnswer = z
  .strictObject({
    article: id,
    version: z.int(),
    state: z.enum(checkStates),
    shown: z.int(),
    /** Suggestions the house does not show: they rewrite, or touch titles, figures, names, fixed wording. */
    refused: z.int(),
    /** Paragraphs for which no usable answer came. */
    unread: z.int(),
    error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    requestedBy: personName.nullable(),
    requestedAt: moment,
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'OutsideCheck' })

export type OutsideCheckAnswer = z.infer<typeof outsideCheckAnswer>
