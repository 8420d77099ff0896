import type { ErrorLine, ErrorRequest } from '#lib/editorial'
import { request } from './request.js'

export const readErrors = (
  publication: string,
  asked: { readonly issue?: string | undefined; readonly after?: string | undefined },
): Promise<{ items: ErrorLine[]; next: string | null }> =>
  request('GET', `/publications/${publication}/errors`, { query: { ...asked, limit: 100 } })

export const confirmError = (publication: string, body: ErrorRequest): Promise<ErrorLine> =>
  request('POST', `/publications/${publication}/errors`, { body })

export const strikeError = (id: string): Promise<void> => request('DELETE', `/errors/${id}`)
