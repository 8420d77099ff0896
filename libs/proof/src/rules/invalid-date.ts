import { isCalendarDate } from '#lib/editorial'
import type { Hit, PassageRule } from '../rule.js'

const FULL = /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日/g
const SHORT = /(?<![\d年])(\d{1,2})月(\d{1,2})日/g

/** A day that is in no calendar: 2月30日, 13月1日. */
export const invalidDate: PassageRule = {
  kind: 'passage',
  id: 'invalid-date',
  family: 'numbers',
  severity: 'warn',
  source: 'GB/T 7408.1-2023 4.1',
  check: ({ masked }) => [
    ...wrongDays(masked, FULL, (found) => [Number(found[1]), Number(found[2]), Number(found[3])]),
    ...wrongDays(masked, SHORT, (found) => [2024, Number(found[1]), Number(found[2])]),
  ],
  fires: ['于⟨2025年2月29日⟩召开', '截至⟨2024年13月1日⟩', '⟨4月31日⟩前完成'],
  silent: ['于2024年2月29日召开', '2月29日前', '12月31日'],
}

function wrongDays(text: string, form: RegExp, read: (found: RegExpMatchArray) => [number, number, number]): Hit[] {
  return [...text.matchAll(form)]
    .filter((found) => !isCalendarDate(...read(found)))
    .map((found) => ({ from: found.index, to: found.index + found[0].length }))
}
