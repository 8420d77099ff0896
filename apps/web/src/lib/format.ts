import type { Language } from '#lib/editorial'
import { printDate } from '#lib/editorial'

const SHANGHAI = 'Asia/Shanghai'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: SHANGHAI,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function wallClock(moment: string): { date: string; time: string } {
  const found = Object.fromEntries(parts.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]))
  return { date: `${found.year}-${found.month}-${found.day}`, time: `${found.hour}:${found.minute}` }
}

/** The day of a moment in Shanghai, as 2024-10-08. */
export const dayOf = (moment: string): string => wallClock(moment).date

const english = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** 2024-10-08 as the desk writes it: 2024年10月8日, or 8 Oct 2024. A date known less precisely is written as far as it is known. */
export function dateText(iso: string, language: Language): string {
  if (language === 'zh') return printDate(iso)
  return iso.length === 10 ? english.format(new Date(`${iso}T00:00:00Z`)) : iso
}

/** A moment in Shanghai's wall clock: 2024年10月8日 14:03. */
export function momentText(moment: string, language: Language): string {
  const { date, time } = wallClock(moment)
  return language === 'zh' ? `${printDate(date)} ${time}` : `${dateText(date, 'en')}, ${time}`
}

/** A moment where room is short: the time alone today, the day without the year this year. */
export function shortMoment(moment: string, language: Language, now: Date = new Date()): string {
  const { date, time } = wallClock(moment)
  const today = wallClock(now.toISOString()).date
  if (date === today) return time
  const [year, month, day] = date.split('-').map(Number)
  if (date.slice(0, 4) !== today.slice(0, 4)) return dateText(date, language)
  return language === 'zh' ? `${month}月${day}日 ${time}` : `${dateText(`${year}-${date.slice(5)}`, 'en').replace(/ \d{4}$/, '')}, ${time}`
}

/** 1,234,567 bytes as 1.2 MB. */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilo = bytes / 1024
  return kilo < 1024 ? `${kilo.toFixed(0)} KB` : `${(kilo / 1024).toFixed(1)} MB`
}

export const numberText = (value: number): string => value.toLocaleString('en-US')
