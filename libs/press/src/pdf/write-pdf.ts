import type { BlockId, Faces, FlowBlock, Layout } from '#lib/typeset'
import { ByteWriter } from '../faces/byte-writer.js'
import { authorOf, createdOf } from '../metadata-facts.js'
import { PdfAnnotations } from './annotations.js'
import { planStructure } from './block-plan.js'
import { type CastPage, castLayout } from './cast-layout.js'
import { destinationNames, destinationTree, spotsOf } from './destinations.js'
import { draftMark } from './draft-mark.js'
import { writeFont } from './font-objects.js'
import { GlyphShapes } from './glyph-shapes.js'
import { metadataPacket } from './metadata.js'
import { writeOutline } from './outline.js'
import { pageLabels } from './page-labels.js'
import { type PageTools, PageWriter } from './page-writer.js'
import { PdfObjects, type PdfPage, type PdfRef } from './pdfkit-document.js'
import { placePictures } from './pictures.js'
import { StreamMemory } from './stream-memory.js'
import { type Deflate, type DeflateMany, type Helpers, StreamPress } from './stream-press.js'
import { StructTree } from './structure-tree.js'
import type { CastRun } from './type-case.js'

export interface PdfOptions {
  /** Draws the 草稿 mark under every page. */
  readonly draft?: boolean
  /** SHA-256 of the edition's manifest, kept in the metadata as the file's identifier. */
  readonly manifestHash?: string
  /** Name and version of the maker. */
  readonly producer: string
  /** Compresses large streams beside the work; without it they are compressed in turn. The bytes are the same. */
  readonly deflate?: Deflate
  /** Opens the same for packets of pages; asked for in long documents. */
  readonly openPackets?: () => Promise<DeflateMany>
}

/** What was compressed for the last document of some faces. */
const memories = new WeakMap<Faces, StreamMemory>()

/**
 * Draws the pages of a layout as a tagged PDF (PDF/A-2u, PDF/UA-1): the same layout and pictures give the same bytes.
 * Refuses `press/bad-picture` where a picture is no PNG or JPEG; a face or picture that was not handed in is a fault.
 */
export async function writePdf(
  layout: Layout,
  faces: Faces,
  pictures: ReadonlyMap<string, Uint8Array>,
  options: PdfOptions,
): Promise<Uint8Array> {
  const facts = {
    title: layout.facts.title,
    author: authorOf(layout.facts),
    producer: options.producer,
    language: layout.facts.language,
    created: createdOf(layout.facts),
    metadata: metadataPacket({ facts: layout.facts, producer: options.producer, manifestHash: options.manifestHash }),
  }
  const objects = PdfObjects.open(facts, new StreamPress(memoryOf(faces), await helpersFor(layout.pages.length, options)))
  const tree = new StructTree()
  const plan = planStructure(layout, tree, (text) => objects.text(text))
  const casting = castLayout(layout, faces, textsOf(layout.flow))
  const spots = spotsOf(layout)
  const names = destinationNames(spots)
  const mark = options.draft === true ? draftMark(faces, objects) : null
  const tools: PageTools = {
    out: new ByteWriter(1 << 14),
    plan,
    tree,
    annotations: new PdfAnnotations(objects, tree, names),
    pictures: placePictures(layout, pictures, objects),
    shapes: new GlyphShapes(faces, objects),
    draftMark: mark === null ? null : 'Draft',
  }
  const fonts = new Map(casting.cases.map((types) => [types.name, objects.ref()]))
  // Before the pages: where large streams are compressed beside the work, the faces are done by the time the last page is.
  for (const types of casting.cases) await writeFont(types, fonts.get(types.name) ?? objects.ref(), objects)
  const pages = layout.pages.map((page, index) => writePage(page, casting.pages[index] ?? NOTHING_CAST, { tools, objects, fonts, mark }))
  objects.catalog.PageLabels = pageLabels(layout, objects)
  ;(objects.catalog.Names as PdfRef).data.Dests = destinationTree(spots, names, pages, layout, objects)
  writeOutline(layout, spots, pages, objects)
  tree.write(objects)
  return objects.finish()
}

/** House: from so many pages on, what a thread saves in compressing them is more than its start takes. */
const MANY_PAGES = 300

/** Who compresses the streams of a document of this length. */
async function helpersFor(pages: number, { deflate, openPackets }: PdfOptions): Promise<Helpers> {
  return { large: deflate, small: pages < MANY_PAGES ? undefined : await openPackets?.() }
}

const NOTHING_CAST: CastPage = { lines: [], furniture: [] }

interface PageShop {
  readonly tools: PageTools
  readonly objects: PdfObjects
  readonly fonts: ReadonlyMap<string, PdfRef>
  readonly mark: PdfRef | null
}

function memoryOf(faces: Faces): StreamMemory {
  const known = memories.get(faces)
  if (known !== undefined) return known
  const made = new StreamMemory()
  memories.set(faces, made)
  return made
}

function writePage(page: Layout['pages'][number], cast: CastPage, { tools, objects, fonts, mark }: PageShop): PdfRef {
  const target = objects.page(page.width, page.height)
  const key = tools.tree.openPage()
  target.dictionary.data.StructParents = key
  target.dictionary.data.TrimBox = [0, 0, page.width, page.height]
  if (mark !== null) target.xobjects.Draft = mark
  for (const runs of cast.lines) nameFonts(runs, fonts, target)
  for (const runs of cast.furniture) nameFonts(runs, fonts, target)
  target.content.write(new PageWriter(tools, page, cast, target, key).write())
  return target.dictionary
}

/** Enters the faces of some runs among the page's resources. */
function nameFonts(runs: readonly CastRun[], fonts: ReadonlyMap<string, PdfRef>, target: PdfPage): void {
  let last = ''
  for (const { types } of runs) {
    const { name } = types
    if (name === last || target.fonts[name] !== undefined) continue
    last = name
    const font = fonts.get(name)
    if (font !== undefined) target.fonts[name] = font
  }
}

/** The text of every block that has lines, table cells included. */
function textsOf(flow: readonly FlowBlock[]): Map<BlockId, string> {
  const texts = new Map<BlockId, string>()
  for (const block of flow) {
    if (block.kind === 'text') texts.set(block.id, block.text)
    if (block.kind !== 'table') continue
    for (const row of block.rows) for (const cell of row.cells) texts.set(cell.content.id, cell.content.text)
  }
  return texts
}
