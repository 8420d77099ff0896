import { expect, it } from 'vitest'
import { differences } from './looks.js'

/** `甲1 乙2|丙1`: articles with their versions, columns parted by a stroke. */
const issue = (picture: string) =>
  picture
    .split('|')
    .flatMap((column, at) =>
      column
        .split(' ')
        .filter(Boolean)
        .map((one) => ({ one, column: `栏${at}` })),
    )
    .map(({ one, column }) => ({ article: one[0] ?? '', title: one[0] ?? '', version: Number(one[1]), column }))

const told = (before: string, now: string): string =>
  differences(issue(before), issue(now))
    .map(({ article, change, from, to }) => `${article} ${change} ${from ?? '-'}→${to ?? '-'}`)
    .join('，')

it.each([
  ['', '甲1', '甲 added -→1'],
  ['甲1', '甲1', '甲 same 1→1'],
  ['甲1', '甲3', '甲 changed 1→3'],
  ['甲1 乙1', '乙1', '乙 same 1→1，甲 removed 1→-'],
  ['甲1 乙1', '乙1 甲1', '乙 moved 1→1，甲 moved 1→1'],
  ['甲1|乙1', '甲1 乙1|', '甲 same 1→1，乙 moved 1→1'],
])('from “%s” to “%s”: %s', (before, now, expected) => expect(told(before, now)).toBe(expected))
