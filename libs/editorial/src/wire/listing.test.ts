import { expect, it } from 'vitest'
import { pageQuery } from './listing.js'

it.each([
  ['0c8f0f9a-6f0e-4f7e-9d3c-2b1a90c7e1aa', true],
  ['政策文件', true],
  ['\u0000', false],
  ['a\nb', false],
])('a list goes on after %j: %s', (after, taken) => {
  expect(pageQuery.safeParse({ after }).success).toBe(taken)
})
