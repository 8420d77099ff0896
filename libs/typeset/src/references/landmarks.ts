import type { Waymark } from '../compose/draft.js'
import type { BlockId, Landmark, Page, Pt } from '../layout.js'

/** Where a block begins: sheet, printed label, top of its first line's baseline. */
export interface Whereabouts {
  readonly page: number
  readonly label: string
  readonly y: Pt
}

/** The page each block begins on. */
export function findBlocks(pages: readonly Page[]): Map<BlockId, Whereabouts> {
  const found = new Map<BlockId, Whereabouts>()
  for (const page of pages) {
    for (const line of page.lines) {
      if (!found.has(line.block)) found.set(line.block, { page: page.number, label: page.label, y: line.y })
    }
    for (const art of page.art) {
      if (art.kind === 'image' && !found.has(art.block)) found.set(art.block, { page: page.number, label: page.label, y: art.y })
    }
  }
  return found
}

/** Waymarks with the pages they landed on, in reading order. A mark whose block drew nothing is left out. */
export function landmarksOf(waymarks: readonly Waymark[], places: ReadonlyMap<BlockId, Whereabouts>): Landmark[] {
  return waymarks.flatMap((mark) => {
    const place = places.get(mark.block)
    return place === undefined ? [] : [{ ...mark, ...place }]
  })
}
