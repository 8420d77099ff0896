import type {
  ErrandAnswer,
  FarProvider,
  PasswordRequest,
  ProviderList,
  SessionAnswer,
  SignedOutAnswer,
  SignInRequest,
} from '#lib/editorial'
import { keepCsrfToken, request } from './request.js'

function remember(session: SessionAnswer): SessionAnswer {
  keepCsrfToken(session.csrfToken)
  return session
}

export const readSession = async (): Promise<SessionAnswer> => remember(await request<SessionAnswer>('GET', '/session'))

export const signIn = async (body: SignInRequest): Promise<SessionAnswer> =>
  remember(await request<SessionAnswer>('POST', '/session', { body }))

/** With the password of the unit's directory. */
export const signInByDirectory = async (body: SignInRequest): Promise<SessionAnswer> =>
  remember(await request<SessionAnswer>('POST', '/session/ldap', { body }))

/** What can be signed in with besides an account of the desk. */
export const readProviders = (): Promise<ProviderList> => request('GET', '/session/providers')

/** The page of the provider to go to; it leads back to the address `to` of the desk. */
export const beginErrand = (provider: FarProvider, to: string): Promise<ErrandAnswer> =>
  request('POST', `/session/errands/${provider}`, { body: { to } })

export const signOut = (): Promise<SignedOutAnswer> => request('DELETE', '/session')

export const choosePassword = async (body: PasswordRequest): Promise<SessionAnswer> =>
  remember(await request<SessionAnswer>('PUT', '/session/password', { body }))
