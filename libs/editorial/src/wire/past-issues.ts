import { z } from 'zod'
import { importedAnswer } from './articles.js'
import { fetchStates } from './fetches.js'
import { pageOf, pageQuery } from './listing.js'
import { id, moment } from './marks.js'
import { personName } from './people.js'
import { nameLine } from './text.js'

/** Past bulletins taken apart together: make the batch, send its files one by one, follow it; what is sent twice is taken once. */
export const pastBatchRequest = z.strictObject({ name: nameLine(100) }).meta({ id: 'PastBatchRequest' })

const counts = { queued: z.int(), running: z.int(), done: z.int(), failed: z.int(), cancelled: z.int() }

export const pastBatchAnswer = z
  .strictObject({
    id,
    publication: id,
    name: z.string(),
    files: z.int(),
    ...counts,
    articles: z.int(),
    /** Doubts nobody has looked at yet, over all files. */
    doubts: z.int(),
    madeBy: personName.nullable(),
    madeAt: moment,
  })
  .meta({ id: 'PastBatch' })

export const pastBatchPage = pageOf(pastBatchAnswer).meta({ id: 'PastBatchPage' })

/** One past bulletin on its way into the archive. */
export const pastIssueAnswer = z
  .strictObject({
    id,
    publication: id,
    /** Null for one that was brought in by itself. */
    batch: id.nullable(),
    file: z.string(),
    bytes: z.int(),
    state: z.enum(fetchStates),
    error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    /** 2024年第8期, as far as the bulletin tells. */
    name: z.string().nullable(),
    year: z.int().nullable(),
    number: z.int().nullable(),
    articles: z.int(),
    doubts: z.int(),
    /** Lines that belong to nothing. */
    residue: z.int(),
    damaged: z.boolean(),
    confirmedBy: personName.nullable(),
    confirmedAt: moment.nullable(),
    requestedAt: moment,
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'PastIssue' })

export const pastIssuePage = pageOf(pastIssueAnswer).meta({ id: 'PastIssuePage' })
export const pastIssueQuery = pageQuery.extend({ state: z.enum(fetchStates).optional() })

/** With all that was read from it: articles by column, the account of its lines, doubts, damage; null until it is done. */
export const pastIssueWhole = z
  .strictObject({ pastIssue: pastIssueAnswer, imported: importedAnswer.nullable() })
  .meta({ id: 'PastIssueWhole' })

/** What a person confirmed of a damaged text: this printed character stands for that one, everywhere, or only in these words as they are printed. */
export const repairShape = z
  .strictObject({ printed: nameLine(2), standsFor: nameLine(4), only: z.array(nameLine(40)).max(50).optional() })
  .meta({ id: 'Repair' })

/** All that is confirmed for this issue, what was confirmed before included; an empty list takes every repair back. */
export const repairRequest = z.strictObject({ repairs: z.array(repairShape).max(300) }).meta({ id: 'RepairRequest' })

const pair = { printed: z.string(), standsFor: z.string(), count: z.int() }

/** What a damaged past issue needs: suspected characters in their words, what was confirmed for it and how often it was made, and what was confirmed for other issues. */
export const repairsAnswer = z
  .strictObject({
    concordance: z.array(
      z.strictObject({ ...pair, uses: z.array(z.strictObject({ printed: z.string(), repaired: z.string(), count: z.int() })) }),
    ),
    repairs: z.array(repairShape),
    repaired: z.array(z.strictObject(pair)),
    remembered: z.array(repairShape),
  })
  .meta({ id: 'Repairs' })

export type RepairRequest = z.infer<typeof repairRequest>
export type RepairsAnswer = z.infer<typeof repairsAnswer>
export type PastBatchRequest = z.infer<typeof pastBatchRequest>
export type PastBatchAnswer = z.infer<typeof pastBatchAnswer>
export type PastIssueAnswer = z.infer<typeof pastIssueAnswer>
export type PastIssueQuery = z.infer<typeof pastIssueQuery>
export type PastIssueWhole = z.infer<typeof pastIssueWhole>
