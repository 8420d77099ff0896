/** Dates as bulletins print and sources give them. ISO inside, Chinese on the page; no clock and no time zone in here. */

const PLAUSIBLE_YEAR = { first: 1900, last: 2100 }

/** Whether a day stands in the calendar. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (lengths[month - 1] ?? 0)
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const two = (value: number): string => String(value).padStart(2, '0')

/** The first date in a text as ISO, as precise as written: 2024年9月21日, 2024-09-21, 2024.9.21, 2024/9/21, 2024年9月; null if there is none. */
export function readDate(text: string): string | null {
  const found = /(\d{4})\s*[年\-./－]\s*(\d{1,2})(?:\s*[月\-./－]\s*(\d{1,2}))?/.exec(text.normalize('NFKC'))
  if (found === null) return null
  const year = Number(found[1])
  const month = Number(found[2])
  if (year < PLAUSIBLE_YEAR.first || year > PLAUSIBLE_YEAR.last || month < 1 || month > 12) return null
  if (found[3] === undefined) return `${year}-${two(month)}`
  return isCalendarDate(year, month, Number(found[3])) ? `${year}-${two(month)}-${two(Number(found[3]))}` : null
}

/** 2024-10-08 → 2024年10月8日; 2024-10 → 2024年10月; 2024 → 2024年. Source: GB/T 15835-2011 4.2, no filling zeros. */
export function printDate(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`
}
