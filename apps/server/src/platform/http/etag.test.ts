import type { Request } from 'express'
import { expect, test } from 'vitest'
import { EdgeRefusal } from '../errors/edge-refusal.js'
import { requiredVersion, staleVersion } from './etag.js'

const asking = (ifMatch?: string): Request => ({ headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } }) as unknown as Request

const status = (ifMatch?: string): number => {
  try {
    return requiredVersion(asking(ifMatch))
  } catch (error) {
    return (error as EdgeRefusal).status
  }
}

test('a write says which version it is based on', () => {
  expect(requiredVersion(asking('"7"'))).toBe(7)
})

test.each([
  [undefined, 428],
  ['*', 428],
  ['7', 400],
  ['"seven"', 400],
  ['"7", "8"', 400],
  ['W/"7"', 412],
])('If-Match %s is refused with %i', (given, expected) => {
  expect(status(given)).toBe(expected)
})

test('a stale write is shown the present version', () => {
  const refusal = staleVersion(9, { current: { title: '新' }, yours: { title: '旧' } })
  expect(refusal).toBeInstanceOf(EdgeRefusal)
  expect(refusal.extras.headers).toEqual({ ETag: '"9"' })
  expect(refusal.extras.members).toMatchObject({ currentVersion: 9, yours: { title: '旧' } })
})
