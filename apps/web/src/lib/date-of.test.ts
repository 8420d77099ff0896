import { expect, it } from 'vitest'
import { dateOf } from './date-of.js'

it.each([
  ['2024年10月8日', '2024-10-08'],
  ['2024-10-08', '2024-10-08'],
  ['2024.10.8', '2024-10-08'],
  ['２０２４年１０月', '2024-10'],
  ['2024年', '2024'],
  ['8 Oct 2024', '2024-10-08'],
  ['', null],
  ['上月', undefined],
  ['2024年2月30日', undefined],
])('reads %s as a date', (typed, date) => expect(dateOf(typed)).toBe(date))
