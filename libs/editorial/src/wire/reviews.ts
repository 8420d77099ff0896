import { z } from 'zod'
import { id, moment, sha256Text } from './marks.js'
import { personName } from './people.js'
import { reasonText } from './text.js'

export const decisionKinds = ['approve', 'return', 'withdraw'] as const

/** How a round of review came to its end; null while it is open. */
export const roundEndings = ['returned', 'pulled-back', 'changed', 'corrected'] as const

export const decisionAnswer = z
  .strictObject({
    stage: z.int(),
    stageName: z.string(),
    kind: z.enum(decisionKinds),
    person: personName,
    reason: z.string().nullable(),
    at: moment,
    counts: z.boolean(),
    excepted: z.boolean(),
  })
  .meta({ id: 'Decision' })

/** One thing that differs from what was last submitted, in words. */
export const changeAnswer = z.strictObject({ code: z.string(), message: z.string() }).meta({ id: 'Change' })

export const roundAnswer = z
  .strictObject({
    number: z.int(),
    contentHash: sha256Text,
    submittedBy: personName.nullable(),
    submittedAt: moment,
    /** What differs from the round before: all a reviewer has to look at again. */
    changes: z.array(changeAnswer),
    decisions: z.array(decisionAnswer),
    ending: z.enum(roundEndings).nullable(),
    endedBy: personName.nullable(),
    endedAt: moment.nullable(),
    endReason: z.string().nullable(),
    /** What had changed when a change ended the round. */
    endChanges: z.array(changeAnswer),
  })
  .meta({ id: 'ReviewRound' })

export const reviewAnswer = z
  .strictObject({
    issue: id,
    rounds: z.array(roundAnswer),
    exception: z.strictObject({ by: personName.nullable(), reason: z.string(), at: moment }).nullable(),
  })
  .meta({ id: 'Review' })

export const exceptionRequest = z.strictObject({ reason: reasonText }).meta({ id: 'ExceptionRequest' })

export type RoundAnswer = z.infer<typeof roundAnswer>
export type ReviewAnswer = z.infer<typeof reviewAnswer>
export type ExceptionRequest = z.infer<typeof exceptionRequest>
