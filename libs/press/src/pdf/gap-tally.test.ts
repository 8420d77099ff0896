import { expect, it } from 'vitest'
import { GapTally } from './gap-tally.js'

/** Gaps in em, of a text 16 pt large. */
const shared = (...gaps: number[]): number =>
  new GapTally().mostCommon(
    gaps.map((gap) => 16 * gap),
    gaps.length,
    16,
  ) / 16

it('finds the blank most glyphs share, and its mean', () => {
  expect(shared(0.012, 0.0122, 0.0118, 0.25, -0.5)).toBeCloseTo(0.012, 6)
  expect(shared(0, 0, 0.25, 0)).toBe(0)
})

it('takes no wide gap for tracking', () => {
  expect(shared(0.25, 0.25, 0.25)).toBe(0)
  expect(shared()).toBe(0)
})
