import { z } from 'zod'
import { renderAnswer } from './editions.js'
import { id, version } from './marks.js'

/** What the desk is told as it happens; each says what to read again, and a render carries its whole row. A version of null means it is gone. */
export const deskEvent = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('render'), publication: id, render: renderAnswer }),
    z.strictObject({ kind: z.literal('issue'), publication: id, issue: id, version: version.nullable() }),
    z.strictObject({ kind: z.literal('article'), publication: id, article: id, version: version.nullable() }),
  ])
  .meta({ id: 'DeskEvent' })

export type DeskEvent = z.infer<typeof deskEvent>
