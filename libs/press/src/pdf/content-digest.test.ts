import { expect, it } from 'vitest'
import { ContentDigest } from './content-digest.js'

function digestOf(...parts: string[]): string {
  const digest = new ContentDigest()
  for (const part of parts) digest.update(new TextEncoder().encode(part))
  return Buffer.from(digest.digest()).toString('hex')
}

it('follows from the bytes alone', () => {
  expect(digestOf('规划与决策')).toBe(digestOf('规划与决策'))
  expect(digestOf('')).toHaveLength(32)
})

it('tells apart any change: a letter, its place, the length, the end', () => {
  const texts = ['abcdefgh', 'abcdefgi', 'bacdefgh', 'efghabcd', 'abcdefgh\0', 'abcdefg', '', '\0', '\0\0\0\0', '\0\0\0\0\0\0\0\0']
  expect(new Set(texts.map((text) => digestOf(text))).size).toBe(texts.length)
})
