/** Gaps are told apart by 0.4 % of an em. House: finer than a reader's eye, coarser than rounding. */
const bucketsPerEm = 250

/** The widest gap that can be tracking, in buckets: 0.07 em. House: a line justified by more has its blanks at marks and figures. */
const widest = Math.round(0.07 * bucketsPerEm)
const edge = widest + 0.5

/** Counts the gaps of a run to find the one most glyphs share; one tally serves all runs, so that nothing is allocated for each. */
export class GapTally {
  private readonly counts = new Uint16Array(2 * widest + 1)
  private readonly sums = new Float64Array(2 * widest + 1)

  /** The mean of those of the first `count` gaps that most have in common, in their own unit; 0 where none is narrow enough for tracking. `size` is that of the text. */
  mostCommon(gaps: ArrayLike<number>, count: number, size: number): number {
    const { counts, sums } = this
    counts.fill(0)
    sums.fill(0)
    const perBucket = bucketsPerEm / size
    let best = -1
    let most = 0
    for (let index = 0; index < count; index++) {
      const gap = gaps[index]!
      const place = gap * perBucket
      if (place <= -edge || place >= edge) continue
      const bucket = (place + edge) | 0
      const met = counts[bucket]! + 1
      counts[bucket] = met
      sums[bucket]! += gap
      if (met > most) {
        most = met
        best = bucket
      }
    }
    return best < 0 ? 0 : sums[best]! / most
  }
}
