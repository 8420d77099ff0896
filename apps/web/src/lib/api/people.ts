import type { IdentityList, NewPersonAnswer, PersonAnswer, PersonChange, PersonList, PersonRequest, Provider } from '#lib/editorial'
import { request } from './request.js'

export const readPeople = (after?: string): Promise<PersonList> => request('GET', '/people', { query: { after, limit: 200 } })

export const addPerson = (body: PersonRequest): Promise<NewPersonAnswer> => request('POST', '/people', { body })

export const changePerson = (id: string, version: number, body: PersonChange): Promise<PersonAnswer> =>
  request('PATCH', `/people/${id}`, { body, version })

export const resetPassword = (id: string): Promise<NewPersonAnswer> => request('POST', `/people/${id}/password`)

export const readIdentities = (): Promise<IdentityList> => request('GET', '/identities')

export const linkIdentity = (person: string, provider: Provider, subject: string): Promise<IdentityList> =>
  request('PUT', `/people/${person}/identities/${provider}`, { body: { subject } })

export const unlinkIdentity = (person: string, provider: Provider): Promise<void> =>
  request('DELETE', `/people/${person}/identities/${provider}`)
