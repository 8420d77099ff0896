import type { Request, Response } from 'express'
import { EdgeRefusal } from '../errors/edge-refusal.js'

/** The version of a thing as an entity tag: `"7"`. */
export const etagOf = (version: number): string => `"${version}"`

export const setVersion = (response: Response, version: number): void => {
  response.setHeader('ETag', etagOf(version))
}

/**
 * The version a write is based on, from If-Match. Refuses: none or `*` 428 (nothing may be overwritten unseen), malformed 400,
 * weak 412 (a weak tag never matches).
 */
export function requiredVersion(request: Request): number {
  const given = request.headers['if-match']
  if (given === undefined || given.trim() === '*') throw new EdgeRefusal(428, 'http/if-match-required')
  if (/^W\/"[^"]*"$/.test(given.trim())) throw new EdgeRefusal(412, 'http/stale')
  const match = /^"(\d{1,9})"$/.exec(given.trim())
  if (match === null) throw new EdgeRefusal(400, 'http/if-match-malformed')
  return Number(match[1])
}

/** The answer to a write on an old version: 412 with the current tag and whatever the editor needs to see (both versions, who changed it and when). */
export const staleVersion = (current: number, members: Readonly<Record<string, unknown>>): EdgeRefusal =>
  new EdgeRefusal(412, 'http/stale', {}, { headers: { ETag: etagOf(current) }, members: { ...members, currentVersion: current } })
