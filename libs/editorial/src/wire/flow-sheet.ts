import { z } from 'zod'
import { id, moment, sha256Text } from './marks.js'

/** One line of the 审校流程单: who did what, at which stage, on which content, and why. */
export const flowLine = z
  .strictObject({
    at: moment,
    round: z.int().nullable(),
    stage: z.string().nullable(),
    person: z.string(),
    act: z.string(),
    note: z.string(),
    contentHash: sha256Text.nullable(),
    /** The number of the line in the audit. */
    sequence: z.int(),
  })
  .meta({ id: 'FlowLine' })

/** The 审校流程单 as data: what the printed sheet says, taken from the audit line by line. */
export const flowSheetAnswer = z
  .strictObject({
    /** What it is about: an issue's full name, or an article's title. */
    subject: z.string(),
    publication: z.string(),
    kind: z.enum(['issue', 'article']),
    issue: id.nullable(),
    article: id.nullable(),
    state: z.string(),
    contentHash: sha256Text.nullable(),
    /** Approvals that stand, one a stage. */
    stages: z.array(z.strictObject({ name: z.string(), person: z.string().nullable(), at: moment.nullable(), excepted: z.boolean() })),
    exception: z.strictObject({ person: z.string(), reason: z.string(), at: moment }).nullable(),
    /** Sources missing and findings let stand, with who and why. */
    leave: z.array(z.strictObject({ article: z.string(), what: z.string(), person: z.string(), reason: z.string(), at: moment })),
    lines: z.array(flowLine),
    /** Comments made, and how many were settled. */
    comments: z.strictObject({ made: z.int(), settled: z.int() }),
  })
  .meta({ id: 'FlowSheet' })

export type FlowLine = z.infer<typeof flowLine>
export type FlowSheet = z.infer<typeof flowSheetAnswer>
