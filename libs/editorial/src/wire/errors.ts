import { z } from 'zod'
import { pageOf, pageQuery } from './listing.js'
import { id, moment } from './marks.js'
import { personName } from './people.js'
import { nameLine, textLine } from './text.js'

/** The kinds of errors the official rules weigh. Source: 图书质量管理规定（2004）附件《图书编校质量差错率计算方法》三. */
export const errorKinds = [
  'character',
  'words',
  'passage',
  'figure',
  'cover',
  'sense',
  'foreign',
  'letter',
  'traditional',
  'unit',
  'numeral',
  'mark',
  'caption',
  'layout',
  'face',
  'picture',
] as const

/** One error a person confirmed: where, which words, found at which stage. */
export const errorRequest = z
  .strictObject({
    issue: id,
    article: id.nullable(),
    kind: z.enum(errorKinds),
    /** The stage that found it, or 出版后. */
    stage: nameLine(40),
    text: nameLine(300),
    correction: textLine(300).nullable(),
    note: textLine(300).nullable().optional(),
    /** The printed page, where known. */
    page: z.int().min(1).max(9999).nullable().optional(),
    /** How often it stands there. */
    times: z.int().min(1).max(99).optional(),
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
    page: z.int().nullable(),
    times: z.int(),
    by: personName.nullable(),
    at: moment,
  })
  .meta({ id: 'ErrorLine' })

export const errorList = pageOf(errorLine).meta({ id: 'ErrorList' })

export const errorQuery = pageQuery.extend({ issue: id.optional() })

/** Errors counted by the rules, and their rate in ten thousand characters (万分比); null where nothing was printed. */
const rate = { errors: z.number(), perTenThousand: z.number().nullable() }

export const errorRates = z
  .strictObject({
    /** What passes for a periodical. Source: 报纸期刊质量管理规定（国新出发〔2020〕10号）. */
    passing: z.number(),
    issues: z.array(
      z.strictObject({
        issue: id,
        name: z.string(),
        /** As the rules count them: full lines times lines a page times pages; as Word counts them while no pages are made. */
        characters: z.int(),
        ...rate,
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
