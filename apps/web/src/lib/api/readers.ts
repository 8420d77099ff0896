import type { EditionFile, MailAnswer, MailRequest, NewShare, ShareAnswer, SharedEdition, WeChatAnswer } from '#lib/editorial'
import { request } from './request.js'

export const readShares = (edition: string): Promise<{ items: ShareAnswer[] }> => request('GET', `/editions/${edition}/shares`)

/** A link to the files; its token is told this once. */
export const makeShare = (edition: string, days: number, note: string): Promise<NewShare> =>
  request('POST', `/editions/${edition}/shares`, { body: { days, ...(note === '' ? {} : { note }) } })

export const revokeShare = (id: string): Promise<void> => request('DELETE', `/shares/${id}`)

export const readShared = (token: string): Promise<SharedEdition> => request('GET', `/shared/${encodeURIComponent(token)}`)

export const sharedFileAddress = (token: string, format: EditionFile['format']): string =>
  `/api/v1/shared/${encodeURIComponent(token)}/files/${format}`

/** The contents as a letter to each of these addresses. */
export const mailContents = (edition: string, body: MailRequest): Promise<MailAnswer> =>
  request('POST', `/editions/${edition}/mail`, { body })

/** The issue as HTML for the WeChat editor, with the pictures to be uploaded there. */
export const readWeChat = (edition: string): Promise<WeChatAnswer> => request('GET', `/editions/${edition}/wechat`)

/** Where everybody reads what is released, if the publication is open. */
export const readingRoomAddress = (publication: string): string => `/api/v1/read/${publication}`
