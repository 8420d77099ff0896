import type { BlockId, Pt } from '../layout.js'
import type { ThreeWays } from './three-ways.js'

/** What is to be said of three ways of filling pages. */
export interface Verdict {
  /** Whether all have the same number of pages, and every article begins on the same page in each. */
  readonly agree: boolean
  /** How many lines more or fewer would still make the same number of pages. */
  readonly safety: number
}

export interface PageLines {
  readonly height: Pt
  readonly pitch: Pt
}

/** Less than a line that is left is no line. */
const TOLERANCE = 0.1

/** Compares three ways of filling pages; `starts` are the blocks the contents point to. */
export function verdictOf({ fillings }: ThreeWays, starts: readonly BlockId[], { height, pitch }: PageLines): Verdict {
  const first = fillings[0]!
  const samePages = fillings.every((one) => one.pages === first.pages)
  const sameStarts = starts.every((id) => fillings.every((one) => one.place(id)?.page === first.place(id)?.page))
  const lines = Math.floor(height / pitch + TOLERANCE)
  const safety = Math.min(
    ...fillings.map(({ pages, used }) => {
      const last = Math.ceil(used / pitch - TOLERANCE)
      return pages === 1 ? lines - last : Math.min(last - 1, lines - last)
    }),
  )
  return { agree: samePages && sameStarts, safety }
}
