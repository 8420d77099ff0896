import { expect, it } from 'vitest'
import { attachmentChanges, isDifferent } from './attachment-changes.js'

const file = (id: string, url: string, sha256: string | null) => ({ id, name: `${url}.pdf`, url, sha256 })

it('tells files that stayed, changed, came and went, and those nobody can tell of', () => {
  const changes = attachmentChanges(
    [file('1', 'a', 'x'), file('2', 'b', 'x'), file('3', 'c', 'x'), file('4', 'd', null)],
    [file('5', 'a', 'x'), file('6', 'b', 'y'), file('7', 'd', 'z'), file('8', 'e', 'z')],
  )
  expect(changes.map((one) => [one.url, one.change, one.before, one.now])).toEqual([
    ['a', 'same', '1', '5'],
    ['b', 'changed', '2', '6'],
    ['d', 'unknown', '4', '7'],
    ['e', 'new', null, '8'],
    ['c', 'gone', '3', null],
  ])
  expect(changes.filter(isDifferent)).toHaveLength(3)
})
