import type { BlockId, Layout, TextBlock } from '#lib/typeset'
import { lastPageBookmark, sectionPages } from './furniture-parts.js'

/** What the pages tell the writer of a flow. */
export interface PageFacts {
  readonly contents: ContentsRange
  readonly bookmarks: ReadonlyMap<BlockId, string>
  readonly entryBreaks: ReadonlyMap<BlockId, readonly number[]>
  readonly lastBlocks: ReadonlyMap<BlockId, string>
  readonly lineCounts: ReadonlyMap<BlockId, number>
}

export const pageFacts = (layout: Layout): PageFacts => ({
  contents: contentsRange(layout),
  bookmarks: bookmarkNames(layout),
  entryBreaks: entryBreaks(layout),
  lastBlocks: lastBlocks(layout),
  lineCounts: lineCounts(layout),
})

/** First and last entry of the contents among the flow, -1 without any, and down to which outline level they reach. */
export interface ContentsRange {
  readonly first: number
  readonly last: number
  readonly levels: number
}

/** A bookmark for everything the contents point to, named as Word names its own. */
function bookmarkNames(layout: Layout): Map<BlockId, string> {
  const names = new Map<BlockId, string>()
  for (const block of layout.flow) {
    if (block.kind !== 'text' || block.target === undefined || names.has(block.target)) continue
    names.set(block.target, `_Toc${String(100000001 + names.size)}`)
  }
  return names
}

function contentsRange(layout: Layout): ContentsRange {
  const entries = layout.flow.flatMap((block, index) => (block.kind === 'text' && block.target !== undefined ? [index] : []))
  const targets = new Set(layout.flow.flatMap((block) => (block.kind === 'text' && block.target !== undefined ? [block.target] : [])))
  const levels = layout.flow.flatMap((block) =>
    block.kind === 'text' && targets.has(block.id) ? [layout.sheet.styles[block.style]?.outline ?? 1] : [],
  )
  return { first: entries[0] ?? -1, last: entries.at(-1) ?? -1, levels: Math.max(1, ...levels) }
}

/**
 * Where the pages break the entries of the contents: Word must break there too, since nothing else keeps a long title clear of its number
 * (a right indent does in Word, but LibreOffice then drops the number).
 */
function entryBreaks(layout: Layout): ReadonlyMap<BlockId, readonly number[]> {
  const entries = new Set(layout.flow.flatMap((block) => (block.kind === 'text' && block.target !== undefined ? [block.id] : [])))
  const breaks = new Map<BlockId, number[]>()
  for (const page of layout.pages) {
    for (const line of page.lines) {
      if (!entries.has(line.block) || line.from === 0) continue
      breaks.set(line.block, [...(breaks.get(line.block) ?? []), line.from])
    }
  }
  return breaks
}

/** The last text of each section whose furniture says how many pages it has, with the name of its bookmark. */
function lastBlocks(layout: Layout): ReadonlyMap<BlockId, string> {
  const names = new Map<BlockId, string>()
  layout.sections.forEach((section, index) => {
    const counted = [section.header, section.footer].some((furniture) => furniture?.pattern.includes('{pages}') === true)
    if (!counted || sectionPages(layout, index).bookmark === null) return
    const texts = layout.flow.filter(
      (block): block is TextBlock => block.kind === 'text' && block.section === index && block.role !== 'footnote',
    )
    const last = texts.at(-1)
    if (last !== undefined) names.set(last.id, lastPageBookmark(index))
  })
  return names
}

/** How many lines each text takes on the pages, where its style leaves the grid of the page. */
function lineCounts(layout: Layout): ReadonlyMap<BlockId, number> {
  const { pitch } = layout.sheet.master
  const offGrid = new Set<BlockId>()
  for (const block of layout.flow) {
    const high = block.kind === 'text' && block.role !== 'footnote' ? (layout.sheet.styles[block.style]?.pitch ?? pitch) : pitch
    if (Math.abs(high / pitch - Math.round(high / pitch)) > 1e-6) offGrid.add(block.id)
  }
  const counts = new Map<BlockId, number>()
  if (offGrid.size === 0) return counts
  for (const page of layout.pages)
    for (const line of page.lines) if (offGrid.has(line.block)) counts.set(line.block, (counts.get(line.block) ?? 0) + 1)
  return counts
}
