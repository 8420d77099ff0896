import type { Pt } from '../layout.js'
import type { Chances } from './chances.js'
import { type Breaks, type Measure, traceBack } from './total-fit.js'

/** Cost of one line of a ragged text: the blank it leaves, whether it ends the text, the row it begins with. */
export type LineCost = (slack: Pt, last: boolean, firstRow: number) => number

const TOLERANCE = 1e-6

/** What a line costs merely by being there: fewer lines win over anything about their shape. */
const A_LINE = 1e4

/** How much of its blanks a ragged line may give to hold a last character, and what that costs. House: half, for nothing forces it to be full. */
const MOST_SHRINK = 0.5
const SHRUNK = 2

/** Breaks a text that is not justified into as few lines as it needs, and those so that their costs together are least. Where a line costs less than breaks do, it may take more of them. */
export function ragged(chances: Chances, measure: Measure, costOf: LineCost, aLine = A_LINE): Breaks {
  const { count } = chances
  const best = new Float64Array(count).fill(Infinity)
  const from = new Int32Array(count).fill(-1)
  best[0] = 0
  for (let to = 1; to < count; to++) {
    for (let start = to - 1; start >= 0; start--) {
      const room = start === 0 ? measure.width - measure.indent : measure.width
      const slack = room - (chances.endWidth[to]! - chances.startWidth[start]!)
      const spare = chances.endSpare[to]! - chances.startSpare[start]!
      const overfull = -slack > spare * MOST_SHRINK + TOLERANCE
      if (overfull && start < to - 1) break
      const shrunk = slack < -TOLERANCE && !overfull ? SHRUNK : 0
      const cost = best[start]! + aLine + shrunk + chances.cost[to]! + costOf(Math.max(0, slack), to === count - 1, chances.row[start]!)
      if (cost < best[to]!) {
        best[to] = cost
        from[to] = start
      }
    }
  }
  return traceBack(chances, from)
}
