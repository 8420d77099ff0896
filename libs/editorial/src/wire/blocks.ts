import { z } from 'zod'
import { sha256Text, webAddress } from './marks.js'
import { nameLine, textLine } from './text.js'

/** House: what one article may hold. A 30,000-character report is a tenth of this; beyond it a paste went wrong. */
export const LIMITS = {
  runText: 20_000,
  runs: 2_000,
  items: 2_000,
  level: 8,
  rows: 2_000,
  columns: 100,
  cells: 60_000,
  pixels: 40_000_000,
  /** The mark as printed may be the key: `①`. */
  noteKey: /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u,
} as const

export const noteKey = z.string().regex(LIMITS.noteKey)

export const run = z
  .strictObject({
    text: textLine(LIMITS.runText),
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    underline: z.boolean().optional(),
    kai: z.boolean().optional(),
    position: z.enum(['sup', 'sub']).optional(),
    link: webAddress.optional(),
    note: noteKey.optional(),
  })
  .meta({ id: 'Run' })

export const runs = z.array(run).max(LIMITS.runs)

export const imageRef = z
  .strictObject({
    sha256: sha256Text,
    mediaType: z.enum(['image/png', 'image/jpeg']),
    width: z.int().min(1).max(30_000),
    height: z.int().min(1).max(30_000),
  })
  .refine((image) => image.width * image.height <= LIMITS.pixels, { message: 'image-too-large', params: { code: 'image-too-large' } })
  .meta({ id: 'ImageRef' })

const heading = z.strictObject({
  kind: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  runs,
})
const paragraph = z.strictObject({ kind: z.literal('paragraph'), runs })
const addressee = z.strictObject({ kind: z.literal('addressee'), runs })
const letterHeading = z.strictObject({ kind: z.literal('letterHeading'), text: nameLine(100) })
const signature = z.strictObject({ kind: z.literal('signature'), organs: z.array(nameLine(200)).max(100), date: nameLine(100).nullable() })
const documentNumber = z.strictObject({ kind: z.literal('documentNumber'), text: nameLine(200) })
const quote = z.strictObject({ kind: z.literal('quote'), runs })
const turn = z.strictObject({
  kind: z.literal('turn'),
  speaker: textLine(100),
  role: z.enum(['question', 'answer']),
  paragraphs: z.array(runs).max(LIMITS.items),
})
const list = z.strictObject({
  kind: z.literal('list'),
  items: z.array(z.strictObject({ label: textLine(40), level: z.int().min(0).max(LIMITS.level), runs })).max(LIMITS.items),
})
const cell = z
  .strictObject({
    runs,
    colSpan: z.int().min(1).max(LIMITS.columns).optional(),
    rowSpan: z.int().min(1).max(LIMITS.rows).optional(),
    align: z.enum(['left', 'center', 'right']).optional(),
  })
  .meta({ id: 'Cell' })
const table = z
  .strictObject({
    kind: z.literal('table'),
    caption: textLine(500).nullable(),
    headerRows: z.int().min(0).max(20),
    rows: z.array(z.array(cell).max(LIMITS.columns)).max(LIMITS.rows),
    note: textLine(2000).nullable(),
  })
  .refine((one) => one.rows.reduce((sum, row) => sum + row.length, 0) <= LIMITS.cells, {
    message: 'too-many-cells',
    params: { code: 'too-many-cells', limit: LIMITS.cells },
  })
  .refine((one) => one.headerRows <= one.rows.length, { message: 'too-many-header-rows', params: { code: 'too-many-header-rows' } })
const figure = z.strictObject({ kind: z.literal('figure'), image: imageRef, caption: textLine(500).nullable(), alt: textLine(1000) })
const linkLine = z.strictObject({ kind: z.literal('linkLine'), url: webAddress })
const attribution = z.strictObject({ kind: z.literal('attribution'), text: nameLine(500) })
const authorNote = z.strictObject({ kind: z.literal('authorNote'), runs })
const annexStart = z.strictObject({ kind: z.literal('annexStart'), label: nameLine(100), title: textLine(500).nullable() })
const separator = z.strictObject({ kind: z.literal('separator') })

/** One block of a body, as `manuscript.ts` types it; a kind outside this list is refused by name. */
export const block = z
  .discriminatedUnion('kind', [
    heading,
    paragraph,
    addressee,
    letterHeading,
    signature,
    documentNumber,
    quote,
    turn,
    list,
    table,
    figure,
    linkLine,
    attribution,
    authorNote,
    annexStart,
    separator,
  ])
  .meta({ id: 'Block' })
