import type { BlockId, Landmark, Layout } from '#lib/typeset'
import { destinationOf, type Spot } from './destinations.js'
import type { PdfObjects, PdfRef } from './pdfkit-document.js'

interface OutlineItem {
  readonly landmark: Landmark
  readonly children: OutlineItem[]
  readonly ref: PdfRef
}

/**
 * The bookmarks of a document: columns, articles, headings, nested by level; columns stand open, articles closed.
 * Written here since pdfkit's outline puts the left edge at the right and leaves out the count of its root.
 * Source: ISO 32000-1 §12.3.3.
 */
export function writeOutline(layout: Layout, spots: ReadonlyMap<BlockId, Spot>, pages: readonly PdfRef[], objects: PdfObjects): void {
  const items = nested(layout.landmarks, objects)
  if (items.length === 0) return
  const root = objects.outlineRoot
  const visible = link(items, root, true, (landmark) => {
    const spot = spots.get(landmark.block) ?? { page: landmark.page - 1, top: 0 }
    return { Title: objects.text(landmark.title), Dest: destinationOf(spot, pages, layout) }
  })
  Object.assign(root.data, { Type: 'Outlines', First: items[0]?.ref, Last: items.at(-1)?.ref, Count: visible })
  objects.catalog.Outlines = root
  objects.catalog.PageMode = 'UseOutlines'
}

function nested(landmarks: readonly Landmark[], objects: PdfObjects): OutlineItem[] {
  const top: OutlineItem[] = []
  const path: OutlineItem[] = []
  for (const landmark of landmarks) {
    while (path.length > 0 && (path.at(-1)?.landmark.level ?? 0) >= landmark.level) path.pop()
    const item: OutlineItem = { landmark, children: [], ref: objects.ref() }
    ;(path.at(-1)?.children ?? top).push(item)
    path.push(item)
  }
  return top
}

/** Ties siblings together and writes them; answers how many lines a viewer shows when `open`. */
function link(items: readonly OutlineItem[], parent: PdfRef, open: boolean, face: (landmark: Landmark) => object): number {
  let visible = items.length
  items.forEach((item, index) => {
    const opened = item.landmark.kind === 'column'
    const inside = link(item.children, item.ref, opened, face)
    if (opened) visible += inside
    Object.assign(item.ref.data, face(item.landmark), { Parent: parent, Prev: items[index - 1]?.ref, Next: items[index + 1]?.ref })
    if (inside > 0)
      Object.assign(item.ref.data, { First: item.children[0]?.ref, Last: item.children.at(-1)?.ref, Count: opened ? inside : -inside })
    item.ref.end()
  })
  return open ? visible : items.length
}
