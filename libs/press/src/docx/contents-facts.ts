import type { BlockId, Layout, TextBlock } from '#lib/typeset'
import { lastPageBookmark, sectionPages } from './furniture-parts.js'

/** First and last entry of the contents among the flow, -1 without any, and down to which outline level they reach. */
export interface ContentsRange {
  readonly first: number
  readonly last: number
  readonly levels: number
}

/** A bookmark for everything the contents point to, named as Word names its own. */
export function bookmarkNames(layout: Layout): Map<BlockId, string> {
  const names = new Map<BlockId, string>()
  for (const block of layout.flow) {
    if (block.kind !== 'text' || block.target === undefined || names.has(block.target)) continue
    names.set(block.target, `_Toc${String(100000001 + names.size)}`)
  }
  return names
}

export function contentsRange(layout: Layout): ContentsRange {
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
export function entryBreaks(layout: Layout): ReadonlyMap<BlockId, readonly number[]> {
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
export function lastBlocks(layout: Layout): ReadonlyMap<BlockId, string> {
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
