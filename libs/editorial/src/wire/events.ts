import { z } from 'zod'
import { renderAnswer } from './editions.js'
import { fetchAnswer, fetchStates } from './fetches.js'
import { id, version } from './marks.js'
import { pastBatchAnswer } from './past-issues.js'

/** What the desk is told as it happens; each says what to read again, and work in hand carries its whole row. A version of null means it is gone. */
export const deskEvent = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('render'), publication: id, render: renderAnswer }),
    z.strictObject({ kind: z.literal('issue'), publication: id, issue: id, version: version.nullable() }),
    z.strictObject({ kind: z.literal('article'), publication: id, article: id, version: version.nullable() }),
    z.strictObject({ kind: z.literal('fetch'), publication: id, fetch: fetchAnswer }),
    z.strictObject({ kind: z.literal('past-batch'), publication: id, batch: pastBatchAnswer }),
    /** A feed was visited: its health and the finds that wait are worth reading again. */
    z.strictObject({ kind: z.literal('feed'), publication: id, feed: id }),
    /** A file offered with an original is moving. */
    z.strictObject({ kind: z.literal('attachment'), publication: id, attachment: id, state: z.enum(fetchStates) }),
  ])
  .meta({ id: 'DeskEvent' })

export type DeskEvent = z.infer<typeof deskEvent>
