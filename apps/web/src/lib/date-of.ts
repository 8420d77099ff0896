import { readDate } from '#lib/editorial'

const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A date as people write it, as ISO: null for nothing, undefined for what is no date. */
export function dateOf(text: string): string | null | undefined {
  const written = text.trim()
  if (written === '') return null
  if (/^\d{4}年?$/.test(written)) return written.slice(0, 4)
  const english = /^(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})$/.exec(written)
  const month = english === null ? -1 : ENGLISH_MONTHS.indexOf((english[2] ?? '').toLowerCase())
  return readDate(english === null || month < 0 ? written : `${english[3]}-${month + 1}-${english[1]}`) ?? undefined
}
