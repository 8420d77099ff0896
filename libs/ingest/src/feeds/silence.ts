/** House: a source that brings something every day is not silent over a holiday of a week and a half. */
const LEAST_DAYS = 14
/** House: four times the usual gap is no chance any more. */
const TIMES = 4

const DAY = 86_400_000

/** Whether a source has brought nothing for much longer than it used to. `days`: ISO days of what it brought, in any order; fewer than three say nothing. */
export function isSilent(days: readonly string[], today: string): boolean {
  const moments = [...new Set(days.map((day) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`)))]
    .filter((one) => !Number.isNaN(one))
    .sort((a, b) => a - b)
  const newest = moments.at(-1)
  if (newest === undefined || moments.length < 3) return false
  const gaps = moments.slice(1).map((moment, index) => moment - (moments[index] ?? moment))
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return Date.parse(`${today}T00:00:00Z`) - newest > Math.max(LEAST_DAYS * DAY, TIMES * usual)
}
