import type { NewPersonAnswer, PersonAnswer, PersonChange, PersonList, PersonRequest } from '#lib/editorial'
import { request } from './request.js'

export const readPeople = (after?: string): Promise<PersonList> => request('GET', '/people', { query: { after, limit: 200 } })

export const addPerson = (body: PersonRequest): Promise<NewPersonAnswer> => request('POST', '/people', { body })

export const changePerson = (id: string, version: number, body: PersonChange): Promise<PersonAnswer> =>
  request('PATCH', `/people/${id}`, { body, version })

export const resetPassword = (id: string): Promise<NewPersonAnswer> => request('POST', `/people/${id}/password`)
