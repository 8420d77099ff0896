import { z } from 'zod'
import { id, moment } from './marks.js'
import { personName } from './people.js'
import { reasonText, textLine } from './text.js'

export const severities = ['block', 'warn', 'info'] as const

/** One thing found in one version: where it stands, what rule says so, what would mend it. */
export const findingAnswer = z
  .strictObject({
    rule: z.string(),
    severity: z.enum(severities),
    /** Index of the block, or null where the finding is about the article's own fields. */
    block: z.int().nullable(),
    /** The field of the head, where `block` is null. */
    field: z.string().nullable(),
    /** UTF-16 offsets into the block's text or the field. */
    from: z.int(),
    to: z.int(),
    text: z.string(),
    suggestion: z.string().nullable(),
    /** Whether the suggestion is certain enough to be put in together with others. */
    batch: z.boolean(),
    message: z.string(),
    source: z.string(),
    /** Who let it stand, and why; null while it is open. */
    settled: z.strictObject({ by: personName.nullable(), reason: z.string(), at: moment }).nullable(),
  })
  .meta({ id: 'Finding' })

export const signOffAnswer = z.strictObject({ by: personName.nullable(), reason: z.string(), at: moment }).meta({ id: 'SignOff' })

export const findingList = z
  .strictObject({
    article: id,
    version: z.int(),
    findings: z.array(findingAnswer),
    sourceMissing: z.boolean(),
    signOff: signOffAnswer.nullable(),
  })
  .meta({ id: 'FindingList' })

export const signOffRequest = z.strictObject({ reason: reasonText }).meta({ id: 'SignOffRequest' })

/** Letting a finding stand in this article: the rule, the very words, and the reason. */
export const settlementRequest = z
  .strictObject({ rule: z.string().regex(/^[a-z][a-z0-9/-]{0,99}$/), text: textLine(2000), reason: reasonText })
  .meta({ id: 'SettlementRequest' })

/** Taking such a word back. */
export const reopenRequest = settlementRequest.omit({ reason: true }).meta({ id: 'ReopenRequest' })

export type FindingAnswer = z.infer<typeof findingAnswer>
export type FindingList = z.infer<typeof findingList>
export type SignOffRequest = z.infer<typeof signOffRequest>
export type SettlementRequest = z.infer<typeof settlementRequest>
export type ReopenRequest = z.infer<typeof reopenRequest>
