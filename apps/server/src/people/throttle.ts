/** How many failed tries a subject may have before it waits, and how many at most in the window. Source: trust.md S18, ten verified tries an account in 15 minutes. */
export interface Limit {
  readonly free: number
  readonly most: number
}

export const WINDOW_SECONDS = 15 * 60

export const LIMITS: Readonly<Record<'account' | 'device' | 'address', Limit>> = {
  account: { free: 4, most: 10 },
  device: { free: 4, most: 10 },
  /** House: a whole campus may stand behind one address. */
  address: { free: 60, most: 100 },
}

/**
 * Seconds until the next try is allowed, given how long ago each failed try of the window was (seconds, any order); 0 for now.
 * After the free ones the wait doubles from 1 s; at the limit it lasts until the oldest leaves the window.
 */
export function waitSeconds(ages: readonly number[], limit: Limit): number {
  const recent = ages.filter((age) => age < WINDOW_SECONDS).sort((a, b) => a - b)
  const youngest = recent[0]
  if (youngest === undefined || recent.length < limit.free) return 0
  if (recent.length >= limit.most) return Math.ceil(WINDOW_SECONDS - (recent[limit.most - 1] ?? 0))
  return Math.max(0, Math.ceil(2 ** (recent.length - limit.free) - youngest))
}
