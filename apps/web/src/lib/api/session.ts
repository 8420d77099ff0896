import type { PasswordRequest, SessionAnswer, SignInRequest } from '#lib/editorial'
import { keepCsrfToken, request } from './request.js'

function remember(session: SessionAnswer): SessionAnswer {
  keepCsrfToken(session.csrfToken)
  return session
}

export const readSession = async (): Promise<SessionAnswer> => remember(await request<SessionAnswer>('GET', '/session'))

export const signIn = async (body: SignInRequest): Promise<SessionAnswer> =>
  remember(await request<SessionAnswer>('POST', '/session', { body }))

export const signOut = (): Promise<void> => request<void>('DELETE', '/session')

export const choosePassword = async (body: PasswordRequest): Promise<SessionAnswer> =>
  remember(await request<SessionAnswer>('PUT', '/session/password', { body }))
