/**
 * 年、期、总期: how an issue is numbered and how that is printed.
 * A pattern is text with slots: `{year}` `{n}` `{total}` in Arabic figures, `{year〇}` `{n一}` `{total一}` in Chinese.
 */
export interface NumberingRule {
  readonly pattern: string
  /** Whether a running total is kept over the years (总第N期). */
  readonly total: boolean
}

export interface IssueNumber {
  readonly year: number
  readonly number: number
  readonly totalNumber: number | null
}

const FIGURES = '〇一二三四五六七八九'

/** 2024 → 二〇二四. Source: GB/T 15835-2011 4.3, years by figures with 〇. */
export function chineseYear(year: number): string {
  return [...String(year)].map((digit) => FIGURES[Number(digit)]).join('')
}

/** 8 → 八, 12 → 十二, 105 → 一百零五; 1 to 9999. Source: GB/T 15835-2011 5.2, numerals in words. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError(`no Chinese numeral for ${value}`)
  if (value === 0) return '零'
  const units = ['', '十', '百', '千']
  const digits = [...String(value)].map(Number)
  let words = ''
  let skipped = false
  digits.forEach((digit, index) => {
    const unit = units[digits.length - 1 - index] ?? ''
    if (digit === 0) {
      skipped = true
      return
    }
    words += (skipped ? '零' : '') + (FIGURES[digit] ?? '') + unit
    skipped = false
  })
  return words.replace(/^一十/, '十')
}

/** 2024年第10期（总第20期） from the rule's pattern; a bracket whose slot has no value is left out whole. */
export function formatIssueNumber(
  rule: NumberingRule,
  issue: { year: number | null; number: number | null; totalNumber: number | null },
): string {
  const values: Record<string, number | null> = { year: issue.year, n: issue.number, total: issue.totalNumber }
  const known = rule.pattern.replace(/[（(][^（()）]*\{(\w+)[〇一]?\}[^（()）]*[）)]/g, (part, slot: string) =>
    values[slot] == null ? '' : part,
  )
  return known.replace(/\{(year|n|total)([〇一]?)\}/g, (_, slot: string, form: string) => {
    const value = values[slot]
    if (value == null) return ''
    return form === '〇' ? chineseYear(value) : form === '一' ? chineseNumber(value) : String(value)
  })
}

/** The number that follows the issues already numbered; the first of all is year/1/总1. */
export function nextIssueNumber(rule: NumberingRule, earlier: readonly IssueNumber[], year: number): IssueNumber {
  const ofYear = earlier.filter((one) => one.year === year).map((one) => one.number)
  const totals = earlier.map((one) => one.totalNumber ?? 0)
  return {
    year,
    number: Math.max(0, ...ofYear) + 1,
    totalNumber: rule.total ? Math.max(0, ...totals) + 1 : null,
  }
}

export type NumberingDoubt = 'issue/number-taken' | 'issue/total-taken' | 'issue/number-gap' | 'issue/total-gap'

/** What is odd about a number beside the earlier ones: doubles are refused, gaps are shown. */
export function checkIssueNumber(rule: NumberingRule, earlier: readonly IssueNumber[], wanted: IssueNumber): NumberingDoubt[] {
  const doubts: NumberingDoubt[] = []
  const next = nextIssueNumber(rule, earlier, wanted.year)
  if (earlier.some((one) => one.year === wanted.year && one.number === wanted.number)) doubts.push('issue/number-taken')
  else if (wanted.number > next.number) doubts.push('issue/number-gap')
  if (!rule.total || wanted.totalNumber === null || next.totalNumber === null) return doubts
  if (earlier.some((one) => one.totalNumber === wanted.totalNumber)) doubts.push('issue/total-taken')
  else if (wanted.totalNumber !== next.totalNumber && earlier.length > 0) doubts.push('issue/total-gap')
  return doubts
}
