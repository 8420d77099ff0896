import type { ExceptionRequest, ReviewAnswer } from '#lib/editorial'
import { request } from './request.js'

export const readReview = (issue: string): Promise<ReviewAnswer> => request('GET', `/issues/${issue}/review`)

export const grantException = (issue: string, body: ExceptionRequest): Promise<void> =>
  request('PUT', `/issues/${issue}/review/exception`, { body })

export const takeBackException = (issue: string): Promise<void> => request('DELETE', `/issues/${issue}/review/exception`)
