import type { Layout, Page } from '#lib/typeset'
import { textsOf } from '../src/references/complete.js'

/** What stands on a page, line by line, at its place on the grid: `3 第三行文字`. Two lines of one grid place (cells) are joined by ｜. */
export function pagePicture(layout: Layout, page: Page): string[] {
  const texts = new Map([...textsOf(layout.flow)].map((text) => [text.id, text.text]))
  const rows = new Map<number, string[]>()
  for (const line of page.lines) {
    const row = Math.round((line.y - layout.sheet.master.head - 22.08) / layout.sheet.master.pitch) + 1
    rows.set(row, [...(rows.get(row) ?? []), texts.get(line.block)?.slice(line.from, line.to) ?? ''])
  }
  return [...rows].sort(([a], [b]) => a - b).map(([row, words]) => `${row} ${words.join('｜')}`)
}

/** How many lines each page holds. */
export const lineCounts = (layout: Layout): number[] => layout.pages.map((page) => page.lines.length)
