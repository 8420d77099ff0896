import type { FetchAnswer } from '#lib/editorial'

/** House: what was fetched this morning is still on the desk after lunch; older ones are found among the articles. */
const SHOWN_FOR = 6 * 3_600_000

export const underWay = (fetch: FetchAnswer): boolean => fetch.state === 'queued' || fetch.state === 'running'

/** Addresses on their way in, and those of the last hours. */
export const recentFetches = (fetches: readonly FetchAnswer[] | undefined, now: number): readonly FetchAnswer[] =>
  fetches?.filter((one) => underWay(one) || Date.parse(one.requestedAt) > now - SHOWN_FOR) ?? []
