import type { FeedAnswer, FeedChange, FeedRequest, FindAnswer, FindState } from '#lib/editorial'
import { request } from './request.js'

export const readFeeds = (publication: string): Promise<{ items: FeedAnswer[] }> => request('GET', `/publications/${publication}/feeds`)

export const addFeed = (publication: string, body: FeedRequest): Promise<FeedAnswer> =>
  request('POST', `/publications/${publication}/feeds`, { body })

export const changeFeed = (id: string, version: number, body: FeedChange): Promise<FeedAnswer> =>
  request('PATCH', `/feeds/${id}`, { body, version })

export const removeFeed = (id: string, version: number): Promise<void> => request('DELETE', `/feeds/${id}`, { version })

/** Asks it now instead of at its time. */
export const visitFeed = (id: string): Promise<FeedAnswer> => request('POST', `/feeds/${id}/visit`)

/** What feeds brought and nobody has decided on. */
export const readNewFinds = (publication: string): Promise<{ items: FindAnswer[]; next: string | null }> =>
  request('GET', `/publications/${publication}/finds`, { query: { state: 'new', limit: 50 } })

/** Kept ones are collected as articles; dismissed ones leave the list. */
export const decideFinds = (publication: string, finds: readonly string[], state: FindState): Promise<{ items: FindAnswer[] }> =>
  request('POST', `/publications/${publication}/finds/decisions`, { body: { finds, state } })
