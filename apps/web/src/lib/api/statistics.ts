import type { ErrorRates, StatisticsAnswer } from '#lib/editorial'
import { request } from './request.js'

export const readStatistics = (publication: string, year: number | null): Promise<StatisticsAnswer> =>
  request('GET', `/publications/${publication}/statistics`, { query: { year: year ?? undefined } })

/** Confirmed errors by issue, as the official rules count them. */
export const readErrorRates = (publication: string): Promise<ErrorRates> => request('GET', `/publications/${publication}/error-rates`)
