import type { RosterEntry, RosterImported, RosterKind, RosterLine, RosterTableFormat } from '#lib/editorial'
import { request } from './request.js'

interface RosterAsked {
  readonly kind?: RosterKind | undefined
  readonly words?: string | undefined
  readonly after?: string | undefined
}

export const readRoster = (publication: string, asked: RosterAsked): Promise<{ items: RosterLine[]; next: string | null }> =>
  request('GET', `/publications/${publication}/roster`, { query: { ...asked, limit: 100 } })

export const addRosterLine = (publication: string, entry: RosterEntry): Promise<RosterLine> =>
  request('POST', `/publications/${publication}/roster`, { body: { entry } })

export const changeRosterLine = (id: string, version: number, entry: RosterEntry): Promise<RosterLine> =>
  request('PUT', `/roster/${id}`, { body: { entry }, version })

export const removeRosterLine = (id: string, version: number): Promise<void> => request('DELETE', `/roster/${id}`, { version })

/** A table as spreadsheets save it. */
export const importRoster = (publication: string, file: File): Promise<RosterImported> => {
  const form = new FormData()
  form.set('file', file, file.name)
  return request('POST', `/publications/${publication}/roster/table`, { form })
}

export const rosterTableAddress = (publication: string, format: RosterTableFormat): string =>
  `/api/v1/publications/${publication}/roster/table?format=${format}`
