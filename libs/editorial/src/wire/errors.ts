import { z } from 'zod'
import { pageOf, pageQuery } from './listing.js'
import { id, moment } from './marks.js'
import { personName } from './people.js'
import { nameLine, textLine } from './text.js'

/** What kind of mistake was confirmed, as the official rules count them. Source: 图书质量管理规定 annex, 图书编校质量差错率计算方法. */
export const errorKinds = ['wording', 'typo', 'mark', 'number', 'format', 'fact'] as const

/** One mistake a person confirmed: where, which words, found at which stage. */
export const errorRequest = z
  .strictObject({
    issue: id,
    article: id.nullable(),
    kind: z.enum(errorKinds),
    /** The stage that found it, or 出版后. */
    stage: nameLine(40),
    text: textLine(300),
    correction: textLine(300).nullable(),
    note: textLine(300).nullable().optional(),
    /** How often it stands there. */
    times: z.int().min(1).max(999).optional(),
  })
  .meta({ id: 'ErrorRequest' })

export const errorLine = z
  .strictObject({
    id,
    publication: id,
    issue: id,
    issueName: z.string(),
    article: id.nullable(),
    articleTitle: z.string().nullable(),
    kind: z.enum(errorKinds),
    stage: z.string(),
    text: z.string(),
    correction: z.string().nullable(),
    note: z.string().nullable(),
    times: z.int(),
    /** How many errors it counts as by the rules. */
    weight: z.number(),
    by: personName.nullable(),
    at: moment,
  })
  .meta({ id: 'ErrorLine' })

export const errorList = pageOf(errorLine).meta({ id: 'ErrorList' })

export const errorQuery = pageQuery.extend({ issue: id.optional() })

/** Errors counted and their rate per 10,000 characters (1 is 万分之一). */
const rate = { errors: z.number(), perTenThousand: z.number() }

export const errorRates = z
  .strictObject({
    issues: z.array(
      z.strictObject({
        issue: id,
        name: z.string(),
        characters: z.int(),
        ...rate,
        /** Whether the rate stays within 万分之一. Source: 图书质量管理规定 article 5. */
        passed: z.boolean(),
        kinds: z.array(z.strictObject({ kind: z.enum(errorKinds), ...rate })),
        stages: z.array(z.strictObject({ stage: z.string(), ...rate })),
      }),
    ),
  })
  .meta({ id: 'ErrorRates' })

export type ErrorRequest = z.infer<typeof errorRequest>
export type ErrorLine = z.infer<typeof errorLine>
export type ErrorQuery = z.infer<typeof errorQuery>
export type ErrorRates = z.infer<typeof errorRates>
export type ErrorKind = (typeof errorKinds)[number]
