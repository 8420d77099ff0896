import type { IgnoreAnswer } from '#lib/editorial'
import { request } from './request.js'

/** What the publication lets stand everywhere. */
export const readIgnores = (publication: string): Promise<{ items: IgnoreAnswer[] }> =>
  request('GET', `/publications/${publication}/ignores`)

/** Found again from now on. */
export const takeBackIgnore = (id: string): Promise<void> => request('DELETE', `/ignores/${id}`)
