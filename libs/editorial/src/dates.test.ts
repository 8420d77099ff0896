import { describe, expect, it } from 'vitest'
import { isCalendarDate, printDate, readDate } from './dates.js'

describe('dates as sources give them', () => {
  it.each([
    ['2024年9月21日', '2024-09-21'],
    ['（2024-09-21 来源：江州日报）', '2024-09-21'],
    ['2024.9.1', '2024-09-01'],
    ['２０２４年１０月８日', '2024-10-08'],
    ['2024 年 9 月', '2024-09'],
    ['2024年2月30日', null],
    ['1899年1月1日', null],
    ['近日', null],
  ])('%s is %s', (text, iso) => expect(readDate(text)).toBe(iso))

  it.each([
    ['2024-10-08', '2024年10月8日'],
    ['2024-10', '2024年10月'],
    ['2024', '2024年'],
  ])('%s is printed %s', (iso, printed) => expect(printDate(iso)).toBe(printed))

  it('knows leap years', () =>
    expect([1900, 2000, 2023, 2024].map((year) => isCalendarDate(year, 2, 29))).toEqual([false, true, false, true]))
})
