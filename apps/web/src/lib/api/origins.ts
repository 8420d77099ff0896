import type { AttachmentAnswer, CollectedAnswer, OriginAnswer } from '#lib/editorial'
import { request } from './request.js'

/** The original of an article, where its fields were read, the files offered with it. */
export const readOrigin = (article: string): Promise<OriginAnswer> => request('GET', `/articles/${article}/origin`)

export const fetchAttachment = (id: string): Promise<AttachmentAnswer> => request('POST', `/attachments/${id}/fetch`)

export const cancelAttachment = (id: string): Promise<AttachmentAnswer> => request('POST', `/attachments/${id}/cancel`)

/** A kept file as an article of its own. */
export const makeArticleOf = (id: string, once: string): Promise<CollectedAnswer> => request('POST', `/attachments/${id}/article`, { once })

export const attachmentAddress = (id: string): string => `/api/v1/attachments/${id}/bytes`
