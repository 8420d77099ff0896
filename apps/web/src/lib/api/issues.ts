import type { ArrangementRequest, IssueAnswer, IssueChange, IssueLine, IssueRequest, Move, MoveRequest } from '#lib/editorial'
import { request } from './request.js'

export const readIssues = (publication: string, after?: string): Promise<{ items: IssueLine[]; next: string | null }> =>
  request('GET', `/publications/${publication}/issues`, { query: { after, limit: 200 } })

export const makeIssue = (publication: string, body: IssueRequest, once: string): Promise<IssueAnswer> =>
  request('POST', `/publications/${publication}/issues`, { body, once })

export const readIssue = (id: string): Promise<IssueAnswer> => request('GET', `/issues/${id}`)

export const changeIssue = (id: string, version: number, body: IssueChange): Promise<IssueAnswer> =>
  request('PATCH', `/issues/${id}`, { body, version })

export const arrangeIssue = (id: string, version: number, body: ArrangementRequest): Promise<IssueAnswer> =>
  request('PUT', `/issues/${id}/arrangement`, { body, version })

export const removeIssue = (id: string, version: number): Promise<void> => request('DELETE', `/issues/${id}`, { version })

export const moveIssue = (id: string, move: Move, body: MoveRequest): Promise<IssueAnswer> =>
  request('POST', `/issues/${id}/moves/${move}`, { body })
