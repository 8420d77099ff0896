import type { BlockId, Layout, Pt } from '#lib/typeset'
import type { PdfData, PdfObjects, PdfRef } from './pdfkit-document.js'

/** Where a block begins. */
export interface Spot {
  /** Index into the pages. */
  readonly page: number
  /** Just above the block's first line, from the page's top edge. */
  readonly top: Pt
}

/** Where blocks begin that something points to: landmarks, and the targets of contents entries. */
export function spotsOf(layout: Layout): ReadonlyMap<BlockId, Spot> {
  const wanted = new Set(layout.landmarks.map((landmark) => landmark.block))
  for (const block of layout.flow) if (block.kind === 'text' && block.target !== undefined) wanted.add(block.target)
  const spots = new Map<BlockId, Spot>()
  layout.pages.forEach((page, index) => {
    for (const line of page.lines) {
      if (!wanted.has(line.block) || spots.has(line.block)) continue
      // House: the view opens 1.2 em above the baseline, so that the heading is seen whole.
      spots.set(line.block, { page: index, top: Math.max(0, line.y - 1.2 * (line.runs[0]?.size ?? 0)) })
    }
  })
  return spots
}

/**
 * Names for spots: of one length, in lower case and rising, so that every reader sorts them alike.
 * Source: ISO 32000-1 §7.9.6 (name trees are sorted by byte).
 */
export function destinationNames(spots: ReadonlyMap<BlockId, Spot>): ReadonlyMap<BlockId, string> {
  const digits = Math.max(4, String(spots.size).length)
  return new Map([...spots.keys()].map((block, index) => [block, `d${String(index + 1).padStart(digits, '0')}`]))
}

/** The name tree of a document's destinations. */
export function destinationTree(
  spots: ReadonlyMap<BlockId, Spot>,
  names: ReadonlyMap<BlockId, string>,
  pages: readonly PdfRef[],
  layout: Layout,
  objects: PdfObjects,
): PdfData {
  const entries = [...spots].flatMap(([block, spot]) => [objects.text(names.get(block) ?? ''), destinationOf(spot, pages, layout)])
  return { Names: entries }
}

/** A view of the page from the left edge, at the reader's own magnification. */
export function destinationOf(spot: Spot, pages: readonly PdfRef[], layout: Layout): unknown[] {
  const height = layout.pages[spot.page]?.height ?? 0
  return [pages[spot.page], 'XYZ', 0, height - spot.top, null]
}
