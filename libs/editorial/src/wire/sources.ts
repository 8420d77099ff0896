import { z } from 'zod'
import { pageOf } from './listing.js'
import { id, moment, sha256Text, webAddress } from './marks.js'
import { personName } from './people.js'
import { nameLine, textLines } from './text.js'

/** House: a pasted page of 2 million signs is beyond any article; larger ones come as files. */
const PASTE = 2_000_000

/** A text typed or pasted: plain, Markdown, or the HTML a clipboard holds. Files come as multipart instead. */
export const pasteRequest = z
  .strictObject({
    kind: z.enum(['text', 'markdown', 'html']),
    text: textLines(PASTE).refine((text) => text.trim() !== '', { message: 'blank', params: { code: 'blank' } }),
    name: nameLine(200).optional(),
    url: webAddress.optional(),
  })
  .meta({ id: 'PasteRequest' })

export const snapshotAnswer = z
  .strictObject({
    id,
    publication: id,
    name: z.string(),
    origin: z.enum(['upload', 'paste', 'bulletin', 'folder', 'web']),
    mediaType: z.string(),
    url: z.string().nullable(),
    sha256: sha256Text,
    bytes: z.int(),
    takenBy: personName.nullable(),
    takenAt: moment,
  })
  .meta({ id: 'Snapshot' })

export const snapshotList = pageOf(snapshotAnswer).meta({ id: 'SnapshotList' })

/** Something a reader of sources or the typesetter noticed, with its sentence. */
export const warningAnswer = z
  .strictObject({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    block: z.int().optional(),
    article: z.int().optional(),
    page: z.int().optional(),
    message: z.string(),
  })
  .meta({ id: 'Warning' })

export type PasteRequest = z.infer<typeof pasteRequest>
export type SnapshotAnswer = z.infer<typeof snapshotAnswer>
export type WarningAnswer = z.infer<typeof warningAnswer>
