/** Gaps are told apart by 0.4 % of an em. House: finer than a reader's eye, coarser than rounding. */
const bucketsPerEm = 250

/** The widest gap that can be tracking, in buckets: 0.07 em. House: a line justified by more has its blanks at marks and figures. */
const widest = Math.round(0.07 * bucketsPerEm)

/** Counts the gaps of a run to find the one most glyphs share; one tally serves all runs, so that nothing is allocated for each. */
export class GapTally {
  private readonly counts = new Uint16Array(2 * widest + 1)
  private readonly sums = new Float64Array(2 * widest + 1)
  private best = -1

  clear(): void {
    this.counts.fill(0)
    this.sums.fill(0)
    this.best = -1
  }

  /** Takes in the first `count` gaps of a text `size` large, in the same unit; gaps too wide for tracking are not counted. */
  addAll(gaps: ArrayLike<number>, count: number, size: number): void {
    const { counts, sums } = this
    let best = this.best
    for (let index = 0; index < count; index++) {
      const gap = gaps[index]! / size
      const bucket = Math.round(gap * bucketsPerEm) + widest
      if (bucket < 0 || bucket > 2 * widest) continue
      counts[bucket]! += 1
      sums[bucket]! += gap
      if (best < 0 || counts[bucket]! > counts[best]!) best = bucket
    }
    this.best = best
  }

  /** The mean of the fullest bucket, in em; 0 for an empty tally. */
  mostCommon(): number {
    return this.best < 0 ? 0 : (this.sums[this.best] ?? 0) / (this.counts[this.best] ?? 1)
  }
}
