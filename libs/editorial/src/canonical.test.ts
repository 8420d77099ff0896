import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, contentHash, sha256Hex } from './canonical.js'

/** The same value with its members written in another order, at every depth. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  )
}

describe('the canonical spelling', () => {
  it('puts members in code-unit order and leaves out what is undefined', () =>
    expect(canonicalJson({ 乙: 1, b: undefined, a: [{ z: null, 甲: '“' }] })).toBe('{"a":[{"z":null,"甲":"“"}],"乙":1}'))
  it('is one for one meaning, and is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value))
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
      }),
      { numRuns: 300, seed: 20241008 },
    )
  })
  it('is hashed as UTF-8', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(contentHash('编印')).toBe(sha256Hex(new TextEncoder().encode('"编印"')))
  })
})
