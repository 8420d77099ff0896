import { readFile } from 'node:fs/promises'
import { contentHash, type PressOrder, sha256Hex } from '#lib/editorial'
import { writeDocx, writePdf } from '#lib/press'
import { createTypesetter, type FaceRole, type Faces, type Layout, openFaces, readTemplate, type Typesetter } from '#lib/typeset'
import type { TaskContext } from '../platform/children/serve-tasks.js'
import { elapsedMs } from '../platform/clock.js'
import { failpoint } from '../platform/failpoint.js'
import { deflateBeside, openPacketsBeside } from './deflate-beside.js'
import { pageTexts } from './page-texts.js'
import type { PressInput, PressProgress, StoredBytes, StoredFace } from './press-input.js'
import type { ArticlePlace, PressFile, PressResult, PressWarning } from './press-result.js'

interface Shop {
  readonly faces: Faces
  readonly typesetter: Typesetter
}

/** House: one typesetter a house style; a desk has a handful. */
const MOST_SHOPS = 4

/** Faces stay open and paragraphs stay set from one issue to the next while the child lives. */
const shops = new Map<string, Shop>()
const openedFaces = new Map<string, Faces>()

/** Makes the files of one issue: compose and lay out, then PDF and DOCX. Runs in a child; the same order gives the same bytes. */
export async function renderIssue(input: PressInput, { progress }: TaskContext): Promise<PressResult> {
  const tell = async (step: PressProgress['step'], pages: number | null): Promise<void> => {
    progress({ step, pages } satisfies PressProgress)
    await failpoint(`press/${step}`)
  }
  await tell('compose', null)
  const order = JSON.parse(Buffer.from(await bytesOf(input.order)).toString('utf8')) as PressOrder
  const { faces, typesetter } = await shopFor(order, input.faces)
  const pictures = new Map(await Promise.all(input.pictures.map(async (one) => [one.sha256, await bytesOf(one)] as const)))
  await tell('lay-out', null)
  const laidOut = await timed(async () => typesetter.layOut(order.issue))
  const layout = laidOut.value
  const options = { manifestHash: input.order.sha256, producer: input.producer }
  await tell('pdf', layout.pages.length)
  const pdf = await timed(() =>
    writePdf(layout, faces, pictures, {
      ...options,
      draft: input.purpose === 'draft',
      deflate: deflateBeside,
      openPackets: openPacketsBeside,
    }),
  )
  await tell('docx', layout.pages.length)
  const docx = await timed(() => writeDocx(layout, pictures, options))
  const files: PressFile[] = [
    { format: 'pdf', bytes: pdf.value },
    { format: 'docx', bytes: docx.value },
  ]
  const timings = { layoutMs: laidOut.ms, pdfMs: pdf.ms, docxMs: docx.ms }
  const found = { warnings: warningsOf(layout), places: placesOf(layout), pageTexts: pageTexts(layout) }
  return { pages: layout.pages.length, ...found, files, timings }
}

/** Bytes that are what their name says; a damaged file is never printed. */
async function bytesOf({ sha256, path }: StoredBytes): Promise<Uint8Array> {
  const bytes = await readFile(path)
  if (sha256Hex(bytes) !== sha256) throw new Error(`the stored file ${sha256} is damaged`)
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

async function shopFor(order: PressOrder, stored: readonly StoredFace[]): Promise<Shop> {
  const key = contentHash([order.template, order.faces])
  const known = shops.get(key)
  if (known !== undefined) return known
  const faces = await facesFrom(stored)
  const shop = { faces, typesetter: createTypesetter(readTemplate(order.template), faces) }
  const oldest = shops.keys().next().value
  if (shops.size >= MOST_SHOPS && oldest !== undefined) shops.delete(oldest)
  shops.set(key, shop)
  return shop
}

async function facesFrom(stored: readonly StoredFace[]): Promise<Faces> {
  const key = stored.map((one) => `${one.role} ${one.sha256}`).join(' ')
  const known = openedFaces.get(key)
  if (known !== undefined) return known
  const files = await Promise.all(
    stored.map(async (one) => ({ id: one.id, role: one.role as FaceRole, sha256: one.sha256, bytes: await bytesOf(one) })),
  )
  const faces = openFaces(files)
  openedFaces.clear()
  openedFaces.set(key, faces)
  return faces
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = elapsedMs()
  const value = await work()
  return { value, ms: Math.round(elapsedMs() - start) }
}

const warningsOf = (layout: Layout): PressWarning[] =>
  layout.warnings.map(
    ({ code, params, block, article, page }) => JSON.parse(JSON.stringify({ code, params, block, article, page })) as PressWarning,
  )

/** The page of each article's title, in reading order. */
function placesOf(layout: Layout): ArticlePlace[] {
  const titles = layout.landmarks.filter((mark) => mark.kind === 'article')
  return [...titles].sort((a, b) => (a.article ?? 0) - (b.article ?? 0)).map((mark) => ({ pdfPage: mark.page, pageLabel: mark.label }))
}
