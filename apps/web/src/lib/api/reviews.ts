import type {
  ChecklistRequest,
  DeadlineRequest,
  DelegationRequest,
  ExceptionRequest,
  LookAnswer,
  ReviewAnswer,
  ReviewTask,
} from '#lib/editorial'
import { request } from './request.js'

export const readReview = (issue: string): Promise<ReviewAnswer> => request('GET', `/issues/${issue}/review`)

export const grantException = (issue: string, body: ExceptionRequest): Promise<void> =>
  request('PUT', `/issues/${issue}/review/exception`, { body })

export const takeBackException = (issue: string): Promise<void> => request('DELETE', `/issues/${issue}/review/exception`)

/** Issues whose open stage waits for this person. */
export const readReviewTasks = (): Promise<{ items: ReviewTask[] }> => request('GET', '/session/reviews')

/** 转办: another reviewer takes the open stage. */
export const delegateReview = (issue: string, body: DelegationRequest): Promise<void> =>
  request('POST', `/issues/${issue}/review/delegations`, { body })

export const setReviewDay = (issue: string, body: DeadlineRequest): Promise<void> =>
  request('PUT', `/issues/${issue}/review/deadline`, { body })

export const tickPoint = (issue: string, body: ChecklistRequest): Promise<void> =>
  request('PUT', `/issues/${issue}/review/checklist`, { body })

/** 审校流程单 as a file. */
export const flowSheetAddress = (issue: string, format: 'pdf' | 'docx'): string => `/api/v1/issues/${issue}/flow-sheet/${format}`

/** What differs since this person last said they had seen the issue. */
export const readLook = (issue: string): Promise<LookAnswer> => request('GET', `/issues/${issue}/review/look`)

export const markSeen = (issue: string): Promise<void> => request('PUT', `/issues/${issue}/review/look`)
