import { z } from 'zod'
import { renderPurposes, renderStates, renderSteps } from '../render-words.js'
import { id, moment, sha256Text } from './marks.js'
import { personName } from './people.js'
import { warningAnswer } from './sources.js'

export const editionStates = ['made', 'released', 'superseded', 'recalled'] as const

export const renderRequest = z.strictObject({ purpose: z.enum(['draft', 'release']) }).meta({ id: 'RenderRequest' })

export const renderAnswer = z
  .strictObject({
    id,
    publication: id,
    issue: id,
    issueName: z.string(),
    purpose: z.enum(renderPurposes),
    state: z.enum(renderStates),
    step: z.enum(renderSteps).nullable(),
    /** Pages laid out so far; null before the first is counted. */
    pages: z.int().nullable(),
    attempt: z.int(),
    error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    edition: id.nullable(),
    requestedBy: personName.nullable(),
    requestedAt: moment,
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'Render' })

export const renderList = z.strictObject({ items: z.array(renderAnswer) }).meta({ id: 'RenderList' })

export const fileFormat = z.enum(['pdf', 'docx'])

export const editionFile = z
  .strictObject({ format: fileFormat, name: z.string(), bytes: z.int(), sha256: sha256Text, pages: z.int().nullable() })
  .meta({ id: 'EditionFile' })

export const editionAnswer = z
  .strictObject({
    id,
    publication: id,
    issue: id,
    name: z.string(),
    number: z.int(),
    purpose: z.enum(renderPurposes),
    state: z.enum(editionStates),
    review: z.enum(['passed', 'none']),
    /** Who approved exactly this content; fixed at release. */
    approvals: z.array(z.strictObject({ stage: z.string(), person: z.string(), at: moment })),
    contentHash: sha256Text,
    pages: z.int(),
    files: z.array(editionFile),
    warnings: z.array(warningAnswer),
    madeAt: moment,
    releasedAt: moment.nullable(),
    releasedBy: personName.nullable(),
    recalledAt: moment.nullable(),
    recallReason: z.string().nullable(),
  })
  .meta({ id: 'Edition' })

export const editionList = z.strictObject({ items: z.array(editionAnswer) }).meta({ id: 'EditionList' })

export type RenderRequest = z.infer<typeof renderRequest>
export type RenderAnswer = z.infer<typeof renderAnswer>
export type EditionAnswer = z.infer<typeof editionAnswer>
export type EditionFile = z.infer<typeof editionFile>
