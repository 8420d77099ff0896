import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Run } from '#lib/editorial'
import { isWide } from '../forms/characters.js'
import { mergeRuns } from '../runs.js'

/** One line of type as it stands on its page; lengths in points, y from the foot of the page. */
export interface PdfLine {
  readonly page: number
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
  /** How far down the page, 0 at the head, 1 at the foot. */
  readonly depth: number
  readonly runs: readonly Run[]
  readonly text: string
}

interface Glyphs {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
}

/** House: a superscript is under three quarters of its line; raised marks stand within four ninths of the line's size. */
const SUPERSCRIPT = 0.75
const SAME_LINE = 0.45
/** House: marks of notes are raised by up to six tenths of the line's size, and are three characters at most. */
const RAISED = 0.6
const LONGEST_MARK = 3
/** House: in em. Gaps that typesetting makes between Chinese and Latin stay under 0.6; a blank between Chinese is one; a table's gap two. */
const LATIN_BLANK = 0.18
const CHINESE_BLANK = 0.75
const COLUMN_GAP = 2

/** Puts the pieces of text of one page together into lines, from head to foot. */
export function pageLines(items: readonly TextItem[], page: number, height: number): PdfLine[] {
  const glyphs = items.filter((item) => item.str.trim() !== '').map(placed)
  const rows: Glyphs[][] = []
  for (const one of [...glyphs].sort((a, b) => b.y - a.y || a.x0 - b.x0)) {
    const row = rows.find((other) => other.some((mate) => standTogether(mate, one)))
    if (row === undefined) rows.push([one])
    else row.push(one)
  }
  return rows.map((row) => toLine(row, page, height)).sort((a, b) => b.y - a.y)
}

function standTogether(a: Glyphs, b: Glyphs): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  const isMark = small.size < SUPERSCRIPT * large.size && small.text.trim().length <= LONGEST_MARK && small.y > large.y
  return Math.abs(a.y - b.y) <= (isMark ? RAISED : SAME_LINE) * large.size
}

function placed(item: TextItem): Glyphs {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[]
  return { text: item.str, x0: x, x1: x + item.width, y, size: Math.hypot(a, b) || item.height }
}

function toLine(row: readonly Glyphs[], page: number, height: number): PdfLine {
  const sorted = [...row].sort((a, b) => a.x0 - b.x0)
  const size = Math.max(...sorted.map((one) => one.size))
  const base = sorted.find((one) => one.size === size)?.y ?? 0
  const runs: Run[] = []
  sorted.forEach((one, index) => {
    const last = sorted[index - 1]
    const gap = last === undefined ? '' : between(last, one, size)
    const raised = one.size < SUPERSCRIPT * size && one.y > base + 0.1 * size
    runs.push({ text: gap + one.text, ...(raised ? { position: 'sup' as const } : {}) })
  })
  const merged = mergeRuns(runs)
  const text = merged.map((run) => run.text).join('')
  return {
    page,
    x0: sorted[0]?.x0 ?? 0,
    x1: Math.max(...sorted.map((one) => one.x1)),
    y: base,
    size,
    depth: 1 - base / height,
    runs: merged,
    text,
  }
}

function between(left: Glyphs, right: Glyphs, size: number): string {
  const gap = (right.x0 - left.x1) / size
  const chinese = isWide(left.text.trimEnd().at(-1) ?? '') || isWide(right.text.trimStart()[0] ?? '')
  if (/\s$/.test(left.text) || /^\s/.test(right.text)) return ''
  if (gap > COLUMN_GAP) return '\t'
  return gap > (chinese ? CHINESE_BLANK : LATIN_BLANK) ? ' ' : ''
}

/** The size most characters are set in. */
export function usualSize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>()
  for (const line of lines) counts.set(Math.round(line.size * 2) / 2, (counts.get(Math.round(line.size * 2) / 2) ?? 0) + line.text.length)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}
