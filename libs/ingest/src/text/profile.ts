import type { TextLine } from './text-lines.js'

/** How a text was cut into lines. */
export interface Profile {
  /** Lines of one width that break inside sentences; whole paragraphs broken only by pages; paragraphs of a format that has them. */
  readonly kind: 'wrapped' | 'page-wise' | 'flow'
  /** Whether a blank line parts paragraphs; not where nearly every line is followed by one. */
  readonly blanksPart: boolean
  /** The full width near a line, in em, by the line's number. */
  readonly fullWidth: ReadonlyMap<number, number>
}

/** House: measured on five bulletins, collect-and-proof §4.1. */
const NEIGHBOURS = 30
const FULL_RANK = 0.8
const NEAR_FULL = 3.2
const WRAPPED_SHARE = 0.55
const BLANKS_SAY_NOTHING = 0.6
/** House: nobody wraps Chinese text wider than 60 characters; paragraphs do get that long. */
const WIDEST_WRAP = 60
const NARROWEST_WRAP = 12

export function profileLines(lines: readonly TextLine[]): Profile {
  const fullWidth = new Map(lines.map((line, index) => [line.number, localWidth(lines, index)]))
  const near = lines.filter((line) => isNearFull(line, fullWidth.get(line.number) ?? 0)).length
  const blanks = lines.filter((line) => line.blankAfter).length
  if (lines.some((line) => line.piece !== undefined)) return { kind: 'flow', blanksPart: true, fullWidth }
  return {
    kind: lines.length >= 5 && near >= WRAPPED_SHARE * lines.length ? 'wrapped' : 'page-wise',
    blanksPart: blanks <= BLANKS_SAY_NOTHING * lines.length,
    fullWidth,
  }
}

const isNearFull = (line: TextLine, full: number): boolean =>
  full <= WIDEST_WRAP && full >= NARROWEST_WRAP && Math.abs(line.width + line.indent - full) <= NEAR_FULL

function localWidth(lines: readonly TextLine[], index: number): number {
  const near = lines.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1).map((line) => line.width + line.indent)
  near.sort((a, b) => a - b)
  return near[Math.floor((near.length - 1) * FULL_RANK)] ?? 0
}
