import { z } from 'zod'
import { fetchAnswer, fetchStates } from './fetches.js'
import { id, moment, sha256Text } from './marks.js'
import { snapshotAnswer } from './sources.js'

/** A file offered with an original. One that was only listed is `cancelled` until somebody asks for it. */
export const attachmentAnswer = z
  .strictObject({
    id,
    publication: id,
    snapshot: id,
    name: z.string(),
    url: z.string(),
    state: z.enum(fetchStates),
    sha256: sha256Text.nullable(),
    bytes: z.int().nullable(),
    /** Whether it is kept and of a kind an article can be made of. */
    readable: z.boolean(),
    error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'Attachment' })

/** Where an article comes from: its original, where each field was read, the files offered with it, and the last asking once more. */
export const originAnswer = z
  .strictObject({
    snapshot: snapshotAnswer.nullable(),
    provenance: z.array(z.strictObject({ field: z.string(), from: z.string() })),
    attachments: z.array(attachmentAnswer),
    reread: fetchAnswer.nullable(),
  })
  .meta({ id: 'Origin' })

export type AttachmentAnswer = z.infer<typeof attachmentAnswer>
export type OriginAnswer = z.infer<typeof originAnswer>
