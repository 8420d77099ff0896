import { isCalendarDate } from '#lib/editorial'
import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

const DATED = /(\d{4})年(\d{1,2})月(\d{1,2})日\s*[（(，]?\s*(?:星期|周|礼拜)([一二三四五六日天])[）)]?/g
const DAYS = '日一二三四五六'

/** A weekday that does not fit its date. Source: Zeller's congruence for the Gregorian calendar. */
export const weekday: PassageRule = {
  kind: 'passage',
  id: 'weekday',
  family: 'numbers',
  severity: 'warn',
  source: 'House：日期与星期须相符',
  check: ({ masked }) =>
    findAll(masked, DATED, (found) => {
      const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
      if (!isCalendarDate(year, month, day)) return undefined
      const right = DAYS[dayOfWeek(year, month, day)] ?? ''
      const said = (found[4] ?? '').replace('天', '日')
      return said === right ? undefined : found[0].replace(new RegExp(`[${found[4]}](?=[）)]?$)`), right)
    }),
  fires: ['定于⟨2025年3月1日（星期五）→2025年3月1日（星期六）⟩召开'],
  silent: ['定于2025年3月1日（星期六）召开', '2024年9月1日，星期日'],
}

/** 0 is Sunday. */
function dayOfWeek(year: number, month: number, day: number): number {
  const m = month < 3 ? month + 12 : month
  const y = month < 3 ? year - 1 : year
  return (((day + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7) + 6) % 7
}
