import { HAN, isHan, isWestern } from '../chinese/classes.js'
import type { Pt } from '../layout.js'
import type { Bench } from '../shape/bench.js'
import type { Chances } from './chances.js'

/** How wide the lines of a paragraph are, and what is asked of them; one serves all paragraphs. */
export interface Measure {
  width: Pt
  /** What the first line is shorter by. */
  indent: Pt
  /** The size tracking is counted in. */
  em: Pt
}

/** Tracking at which a line begins to look loose, in em. House: 6 % is the bound of checklist 9; half of it passes unseen. */
const EASY_TRACKING = 0.03
const LOOSE_TRACKING = 0.06
const MOST_TRACKING = 0.1

/** A line that only shrinks is better than one that only stretches. Source: CLREQ #reduction_and_expansion_of_inter-character_spacing, 先挤压、后拉伸. */
const SHRINK_COST = 0.8

/** 孤字不成行. Source: CLREQ #adjustments_of_orphans_and_widows. House: worth any line that can be set at all, not worth parting a word. */
const LONELY = 2000

/** How far a line may fall short before a shorter one is not worth trying, in em. Source: typography.md §2.2. */
const WINDOW = 2.6

const DEAR = 1e4
const TOLERANCE = 1e-6

export interface Breaks {
  /** Row where each line begins. */
  readonly starts: readonly number[]
  /** Row after the last printed character of each line. */
  readonly ends: readonly number[]
}

/** Best way to each chance, and where it comes from; kept between paragraphs. */
const ledger = { best: new Float64Array(4096), from: new Int32Array(4096) }

/**
 * Breaks a justified paragraph so that its lines together look best: total fit over all chances.
 * The cost of a line is what must be taken from or added to its blanks; a last line costs nothing unless it is overfull or holds a single Han.
 */
export function totalFit(bench: Bench, chances: Chances, measure: Measure): Breaks {
  const { count, startWidth, endWidth, endSpare, startSpare } = chances
  if (ledger.best.length < count) {
    ledger.best = new Float64Array(count * 2)
    ledger.from = new Int32Array(count * 2)
  }
  const { best, from } = ledger
  const window = WINDOW * measure.em
  best[0] = 0
  from[0] = -1
  let low = 0
  for (let to = 1; to < count; to++) {
    const last = to === count - 1
    let found = Infinity
    let source = to - 1
    for (let start = low; start < to; start++) {
      const room = start === 0 ? measure.width - measure.indent : measure.width
      const slack = room - (endWidth[to]! - startWidth[start]!)
      if (slack < 0 && -slack > endSpare[to]! - startSpare[start]! + measure.em) {
        if (start === low && low < to - 1) low += 1
        continue
      }
      if (best[start]! >= found) continue
      const own = last ? lastLineCost(bench, chances, start, to, slack) : lineCost(chances, start, to, slack, measure.em)
      if (best[start]! + own < found) {
        found = best[start]! + own
        source = start
      }
      if (!last && slack > window && found < Infinity) break
    }
    best[to] = found === Infinity ? best[to - 1]! + DEAR * DEAR : found + chances.cost[to]!
    from[to] = source
  }
  return traceBack(chances, from)
}

function lineCost(chances: Chances, start: number, to: number, slack: Pt, em: Pt): number {
  if (slack < 0) return shrinkCost(-slack, chances.endSpare[to]! - chances.startSpare[start]!)
  const reach = chances.endReach[to]! - chances.startReach[start]!
  if (slack <= reach + TOLERANCE) return reach < TOLERANCE ? 0 : 0.5 * (slack / reach) ** 2
  return (reach > TOLERANCE ? 0.5 : 0) + trackingCost((slack - reach) / em, chances.endLoose[to]! - chances.startLoose[start]!)
}

function shrinkCost(need: Pt, spare: Pt): number {
  if (need <= TOLERANCE) return 0
  if (need > spare + TOLERANCE) return Infinity
  return SHRINK_COST * (need / spare) ** 2
}

function trackingCost(need: number, joints: number): number {
  if (need <= TOLERANCE) return 0
  if (joints === 0) return DEAR * (1 + need)
  const tracking = need / joints
  const cost = (tracking / EASY_TRACKING) ** 2
  if (tracking <= LOOSE_TRACKING) return cost
  return cost + (50 * (tracking - LOOSE_TRACKING)) / LOOSE_TRACKING + (tracking > MOST_TRACKING ? DEAR * (tracking - MOST_TRACKING) : 0)
}

function lastLineCost(bench: Bench, chances: Chances, start: number, to: number, slack: Pt): number {
  const tight = slack < 0 ? shrinkCost(-slack, chances.endSpare[to]! - chances.startSpare[start]!) : 0
  return tight + (start > 0 && isLonely(bench, chances.row[start]!, chances.last[to]!) ? LONELY : 0)
}

/** One Han, with or without marks, is not a line. */
function isLonely(bench: Bench, first: number, last: number): boolean {
  let han = 0
  for (let row = first; row <= last; row++) {
    if (bench.kind[row] === HAN && isHan(bench.code[row]!)) han += 1
    else if (isWestern(bench.kind[row]!)) han += 1
    if (han >= 2) return false
  }
  return true
}

/** Follows the best starts back from the paragraph's end. */
export function traceBack(chances: Chances, from: Int32Array): Breaks {
  const starts: number[] = []
  const ends: number[] = []
  for (let to = chances.count - 1; to > 0; to = from[to]!) {
    starts.push(chances.row[from[to]!]!)
    ends.push(chances.last[to]! + 1)
  }
  return { starts: starts.reverse(), ends: ends.reverse() }
}
