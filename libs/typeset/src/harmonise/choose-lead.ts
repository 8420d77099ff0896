import type { BlockId, Pt } from '../layout.js'
import { blockOf, type Segment } from '../pages/pieces.js'
import { innerStarts, leadPlaces } from './heads.js'
import { leadTrial, type Shelf, type ThreeWays } from './three-ways.js'
import { type Verdict, verdictOf } from './verdict.js'

/** Most lines of lead under a title. House: with the blank line that stands there, four; more is a hole. */
const MOST_LEAD = 3

/** Lines that may be off in Word before its pages are others. House: 3 lines on the last page and 2 free ones, as typography.md §3.3 found to be enough. */
const SAFE = 2

/** A segment with its lead, and its pages in all three ways. */
export interface LedSegment extends ThreeWays {
  readonly verdict: Verdict
  /** The block that carries the lead, and how many lines more than before. */
  readonly led: { readonly block: BlockId; readonly lines: number } | null
}

/**
 * Chooses the least lead with which all three ways have the same pages and lines to spare; where none does, the one that comes nearest.
 * It stands above the last article where this begins below another, else, or where that does not help, under the last title.
 */
export function chooseLead(shelf: Shelf, segment: Segment): LedSegment {
  const tryLead = leadTrial(shelf, segment)
  const starts = innerStarts(segment).map((index) => blockOf(segment.stacked[index]!).id)
  const { pitch } = shelf.sheet.master
  const attempt = (lines: number, place: number | null): LedSegment => {
    const ways = tryLead(place ?? 0, lines * pitch)
    const verdict = verdictOf(ways, starts, { height: shelf.room.height, pitch })
    const led = lines === 0 || place === null ? null : { block: blockOf(segment.stacked[place]!).id, lines }
    return { ...ways, verdict, led }
  }
  let best = attempt(0, null)
  for (const place of leadPlaces(segment)) {
    for (let lines = 1; lines <= MOST_LEAD && !isSafe(best.verdict); lines++) {
      const next = attempt(lines, place)
      if (rank(next.verdict) > rank(best.verdict)) best = next
    }
  }
  return best
}

const isSafe = ({ agree, safety }: Verdict): boolean => agree && safety >= SAFE
const rank = ({ agree, safety }: Verdict): number => (agree ? 100 : 0) + Math.min(SAFE, safety)

/** What is free on the last page, in whichever way it is least. */
export const leastFree = ({ fillings }: ThreeWays, height: Pt): Pt => height - Math.max(...fillings.map(({ used }) => used))
