import { describe, expect, it } from 'vitest'
import type { ErrorKind } from './error-kinds.js'
import { type ConfirmedError, countErrors, countedCharacters, errorRate, ratesBy } from './error-rate.js'

const errors = (
  kind: ErrorKind,
  count: number,
  word = (index: number): string => `词${index}`,
  page = (index: number): number | null => index,
) => Array.from({ length: count }, (_, index): ConfirmedError => ({ kind, word: word(index), page: page(index) }))

describe('what errors count', () => {
  it.each([
    ['six characters, each another', errors('character', 6), 6],
    ['one character wrong on six pages', errors('character', 6, () => '布署'), 4],
    [
      'one character wrong three times on a page',
      errors(
        'character',
        3,
        () => '布署',
        () => 7,
      ),
      1,
    ],
    [
      'the same where no page is known',
      errors(
        'character',
        3,
        () => '布署',
        () => null,
      ),
      3,
    ],
    ['two senses and a cover', [...errors('sense', 2), ...errors('cover', 1)], 6],
    ['marks', errors('mark', 13), 1.3],
    ['numerals, one in all at most', errors('numeral', 25), 1],
    ['one letter wrong five times', errors('letter', 5, () => 'Km'), 1.5],
    ['one unit wrong on five pages', errors('unit', 5, () => '公斤'), 3],
    ['three numbers of figures', errors('caption', 3), 0.3],
    ['four numbers of figures', errors('caption', 4), 1],
    ['five letters wrong once', errors('letter', 5), 2.5],
    ['a few words and a passage missing', [...errors('words', 1), ...errors('passage', 1)], 6],
    ['nothing', [], 0],
  ])('%s', (_, list, count) => expect(countErrors(list)).toBe(count))
})

describe('the rate in ten thousand characters', () => {
  it('of the rules’ own example: two in a hundred thousand', () => expect(errorRate(2, 100_000)).toBe(0.2))
  it('six characters, three senses, in a hundred thousand', () =>
    expect(errorRate(countErrors([...errors('character', 6), ...errors('sense', 3)]), 100_000)).toBe(1.2))
  it('of nothing printed there is none', () => expect(errorRate(0, 0)).toBeNull())
  it('characters are full lines, times lines, times pages', () =>
    expect(countedCharacters({ charactersALine: 28, lines: 22 }, 90)).toBe(55_440))
})

it('by issue and by kind', () => {
  const list = [
    ...errors('mark', 10).map((error) => ({ ...error, issue: '第1期' })),
    ...errors('character', 2).map((error) => ({ ...error, issue: '第2期' })),
  ]
  const characters = (key: string): number => (key === '第1期' ? 50_000 : 40_000)
  expect(ratesBy(list, ({ issue }) => issue, characters)).toEqual([
    { key: '第1期', count: 1, rate: 0.2 },
    { key: '第2期', count: 2, rate: 0.5 },
  ])
  expect(
    ratesBy(
      list,
      ({ kind }) => kind,
      () => 90_000,
    ),
  ).toMatchObject([{ key: 'mark' }, { key: 'character', rate: 0.22 }])
})
