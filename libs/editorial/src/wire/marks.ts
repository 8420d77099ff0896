import { z } from 'zod'
import { isCalendarDate } from '../dates.js'

/** House: a bulletin's years; four figures, so that a mistyped year is caught at the door. */
const YEARS = { first: 1900, last: 2100 }

/** The id of anything stored. What is not one names nothing, so it is answered like an absent thing. */
export const id = z.uuid()

/** SHA-256 in lower-case hex. */
export const sha256Text = z.string().regex(/^[0-9a-f]{64}$/)

export const year = z.int().min(YEARS.first).max(YEARS.last)

/** A moment as answers give it: ISO with offset. */
export const moment = z.iso.datetime({ offset: true })

const realDate = (text: string): boolean => {
  const [y = 0, m = 1, d = 1] = text.split('-').map(Number)
  return y >= YEARS.first && y <= YEARS.last && isCalendarDate(y, m, d)
}

/** A whole calendar date: `2024-10-08`. */
export const wholeDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(realDate, { message: 'no-such-date', params: { code: 'no-such-date' } })

/** A date as precise as it is known: `2024`, `2024-10`, `2024-10-08`. */
export const knownDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine(realDate, { message: 'no-such-date', params: { code: 'no-such-date' } })

/** An address a reader may follow: http, https or mailto. Source: RFC 3986 3.1, the schemes a printed bulletin may carry. */
export const webAddress = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/[^\s/]|mailto:[^\s])/i)
  .refine((text) => !/[\p{Cc}\s<>"]/u.test(text), { message: 'invalid-address', params: { code: 'invalid-address' } })

/** The version a thing has, as ETags carry it. */
export const version = z.int().min(1)
