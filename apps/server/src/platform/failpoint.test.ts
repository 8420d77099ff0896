import { expect, test } from 'vitest'
import { parseFailpoints } from './failpoint.js'

test('failpoints are read, several parted by commas', () => {
  expect(parseFailpoints('press/after-claim:kill:1,files/before-sync:delay:50')).toEqual([
    { name: 'press/after-claim', action: 'kill', n: 1 },
    { name: 'files/before-sync', action: 'delay', n: 50 },
  ])
  expect(parseFailpoints(undefined)).toEqual([])
})

test('a malformed one is a fault, so that no test runs without its failure', () => {
  expect(() => parseFailpoints('press/after-claim:explode:1')).toThrow('FAILPOINT')
})
