import type { FetchAnswer, RereadAnswer } from '#lib/editorial'
import { request } from './request.js'

/** Newest first. */
export const readFetches = (publication: string): Promise<{ items: FetchAnswer[] }> =>
  request('GET', `/publications/${publication}/fetches`, { query: { limit: 30 } })

export const fetchAddresses = (
  publication: string,
  addresses: readonly string[],
  again: boolean,
  once: string,
): Promise<{ items: FetchAnswer[] }> =>
  request('POST', `/publications/${publication}/fetches`, { body: { addresses, ...(again ? { again } : {}) }, once })

export const retryFetch = (id: string): Promise<FetchAnswer> => request('POST', `/fetches/${id}/retry`)

export const cancelFetch = (id: string): Promise<FetchAnswer> => request('POST', `/fetches/${id}/cancel`)

/** Asks the address of an article once more. */
export const refetchArticle = (article: string): Promise<FetchAnswer> => request('POST', `/articles/${article}/refetch`)

export const readReread = (id: string): Promise<RereadAnswer> => request('GET', `/fetches/${id}/reread`)
