import type { EditionAnswer, EditionFile, Manifest, RenderAnswer } from '#lib/editorial'
import { request } from './request.js'

export const requestRender = (issue: string, purpose: 'draft' | 'release'): Promise<RenderAnswer> =>
  request('POST', `/issues/${issue}/renders`, { body: { purpose } })

export const readRenders = (issue: string): Promise<{ items: RenderAnswer[] }> => request('GET', `/issues/${issue}/renders`)

export const cancelRender = (id: string): Promise<RenderAnswer> => request('POST', `/renders/${id}/cancel`)

export const readEditions = (issue: string): Promise<{ items: EditionAnswer[] }> => request('GET', `/issues/${issue}/editions`)

export const fileAddress = (edition: string, format: EditionFile['format']): string => `/api/v1/editions/${edition}/files/${format}`

export const manifestAddress = (edition: string): string => `/api/v1/editions/${edition}/manifest`

export const readManifest = (edition: string): Promise<Manifest> => request('GET', `/editions/${edition}/manifest`)
