import type { AuditLine, MemberAnswer, MemberRequest, PublicationAnswer, PublicationChange, PublicationRequest } from '#lib/editorial'
import { request } from './request.js'

export const readPublications = (): Promise<{ items: PublicationAnswer[] }> => request('GET', '/publications')

export const makePublication = (body: PublicationRequest): Promise<PublicationAnswer> => request('POST', '/publications', { body })

export const changePublication = (id: string, version: number, body: PublicationChange): Promise<PublicationAnswer> =>
  request('PATCH', `/publications/${id}`, { body, version })

export const readStyles = (): Promise<{ items: { name: string; title: string }[] }> => request('GET', '/styles')

export const readMembers = (publication: string): Promise<{ items: MemberAnswer[] }> =>
  request('GET', `/publications/${publication}/members`)

export const setMember = (publication: string, person: string, body: MemberRequest): Promise<{ items: MemberAnswer[] }> =>
  request('PUT', `/publications/${publication}/members/${person}`, { body })

/** What happened in a publication, newest first. */
export const readAudit = (publication: string, after?: string): Promise<{ items: AuditLine[]; next: string | null }> =>
  request('GET', `/publications/${publication}/audit`, { query: { after, limit: 100 } })
