import { describe, expect, it } from 'vitest'
import { checkIssueNumber, chineseNumber, chineseYear, formatIssueNumber, type IssueNumber, nextIssueNumber } from './numbering.js'

const rule = { pattern: '{year}年第{n}期（总第{total}期）', total: true }

/** `2024/3/9` is number 3 of 2024, total 9. */
const issue = (picture: string): IssueNumber => {
  const [year = 0, number = 0, totalNumber = 0] = picture.split('/').map(Number)
  return { year, number, totalNumber: picture.split('/').length > 2 ? totalNumber : null }
}

describe('年、期、总期', () => {
  it.each([
    [['2024/1/11', '2024/2/12'], 2024, '2024/3/13'],
    [['2024/2/12', '2024/1/11'], 2024, '2024/3/13'],
    [['2023/10/10', '2024/1/11'], 2025, '2025/1/12'],
    [[], 2024, '2024/1/1'],
  ])('after %j the next of %i is %s', (earlier, year, next) => expect(nextIssueNumber(rule, earlier.map(issue), year)).toEqual(issue(next)))

  it.each([
    ['2024/3/13', []],
    ['2024/2/14', ['issue/number-taken', 'issue/total-gap']],
    ['2024/3/12', ['issue/total-taken']],
    ['2024/5/13', ['issue/number-gap']],
    ['2024/5/15', ['issue/number-gap', 'issue/total-gap']],
  ])('%s after 2024/2/12 gives %j', (wanted, doubts) =>
    expect(checkIssueNumber(rule, ['2024/1/11', '2024/2/12'].map(issue), issue(wanted))).toEqual(doubts),
  )

  it.each([
    [rule.pattern, 2024, 10, 20, '2024年第10期（总第20期）'],
    [rule.pattern, 2024, 10, null, '2024年第10期'],
    ['{year〇}年第{n一}次', 2024, 8, null, '二〇二四年第八次'],
    ['第{n}期(总第{total一}期)', null, 3, 105, '第3期(总第一百零五期)'],
  ])('%s of %s/%s/%s reads %s', (pattern, year, number, totalNumber, printed) =>
    expect(formatIssueNumber({ pattern, total: true }, { year, number, totalNumber })).toBe(printed),
  )

  it.each([
    [8, '八'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1005, '一千零五'],
    [1012, '一千零一十二'],
  ])('%i is %s', (value, words) => expect(chineseNumber(value)).toBe(words))
  it('spells years by their figures', () => expect(chineseYear(2020)).toBe('二〇二〇'))
})
