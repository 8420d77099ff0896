import type { RenderAnswer, RenderState } from '#lib/editorial'
import { request } from './request.js'

/** The renders of every publication; those waiting, running or failed unless a state is named. */
export const readHouseJobs = (state?: RenderState): Promise<{ items: RenderAnswer[] }> =>
  request('GET', '/house/renders', { query: { state } })

export const retryHouseJob = (id: string): Promise<RenderAnswer> => request('POST', `/house/renders/${id}/retry`)

export const cancelHouseJob = (id: string): Promise<RenderAnswer> => request('POST', `/house/renders/${id}/cancel`)
