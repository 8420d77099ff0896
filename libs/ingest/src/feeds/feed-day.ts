import { isCalendarDate } from '#lib/editorial'
import { shanghaiDay } from '../html/page-date.js'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The names of zones a mail's date may use, in hours. Source: RFC 822 5.1; CST is taken as China's, which is who writes it here. */
const ZONES: Readonly<Record<string, number>> = { gmt: 0, ut: 0, utc: 0, z: 0, cst: 8, est: -5, edt: -4, pst: -8, pdt: -7 }

const MAIL_DATE = /(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\s*([+-]\d{4}|[a-z]{1,3}))?/i

/** The day in Shanghai that a feed's date says, ISO: dates of mails and of ISO 8601; a time without zone is Shanghai's. */
export function feedDay(text: string | undefined): string | null {
  if (text === undefined) return null
  const mail = MAIL_DATE.exec(text)
  return mail === null ? shanghaiDay(text) : mailDay(mail)
}

function mailDay(found: RegExpExecArray): string | null {
  const month = MONTHS.indexOf((found[2] ?? '').toLowerCase())
  const year = Number(found[3]) + (found[3]?.length === 2 ? 2000 : 0)
  const day = Number(found[1])
  if (month < 0 || !isCalendarDate(year, month + 1, day)) return null
  const hours = hoursEast(found[7])
  const moment = Date.UTC(year, month, day, Number(found[4] ?? 0), Number(found[5] ?? 0), Number(found[6] ?? 0))
  const shift = hours === null || found[4] === undefined ? 0 : 8 - hours
  return new Date(moment + shift * 3_600_000).toISOString().slice(0, 10)
}

function hoursEast(zone: string | undefined): number | null {
  if (zone === undefined) return null
  const figures = /^([+-])(\d{2})(\d{2})$/.exec(zone)
  if (figures === null) return ZONES[zone.toLowerCase()] ?? null
  return (figures[1] === '-' ? -1 : 1) * (Number(figures[2]) + Number(figures[3]) / 60)
}
