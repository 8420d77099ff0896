import type { CommentAnswer, CommentRequest } from '#lib/editorial'
import { request } from './request.js'

interface Comments {
  readonly items: CommentAnswer[]
}

/** Remarks on an article, open and settled, with their places in this version. */
export const readComments = (article: string, version: number): Promise<Comments> =>
  request('GET', `/articles/${article}/comments`, { query: { state: 'all', version } })

export const addComment = (article: string, body: CommentRequest): Promise<CommentAnswer> =>
  request('POST', `/articles/${article}/comments`, { body })

/** Remarks on an issue and on the articles that stand in it. */
export const readIssueComments = (issue: string): Promise<Comments> =>
  request('GET', `/issues/${issue}/comments`, { query: { state: 'all' } })

export const addIssueComment = (issue: string, text: string): Promise<CommentAnswer> =>
  request('POST', `/issues/${issue}/comments`, { body: { text } })

export const replyToComment = (id: string, text: string): Promise<CommentAnswer> =>
  request('POST', `/comments/${id}/replies`, { body: { text } })

export const resolveComment = (id: string): Promise<CommentAnswer> => request('POST', `/comments/${id}/resolve`, { body: {} })

export const reopenComment = (id: string): Promise<CommentAnswer> => request('POST', `/comments/${id}/reopen`)

/** Takes the proposed words into the text: a new version. */
export const acceptComment = (id: string, version: number): Promise<CommentAnswer> =>
  request('POST', `/comments/${id}/accept`, { body: { version } })

export const refuseComment = (id: string, reason: string): Promise<CommentAnswer> =>
  request('POST', `/comments/${id}/refuse`, { body: { reason } })
