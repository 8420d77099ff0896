import type { NewTokenAnswer, TokenAnswer, TokenRequest } from '#lib/editorial'
import { request } from './request.js'

export const readTokens = (): Promise<{ items: TokenAnswer[] }> => request('GET', '/session/tokens')

/** The secret is told this once. */
export const makeToken = (body: TokenRequest): Promise<NewTokenAnswer> => request('POST', '/session/tokens', { body })

export const revokeToken = (id: string): Promise<void> => request('DELETE', `/session/tokens/${id}`)
