import type { Pt } from './layout.js'

/** One millimetre in points: 72 / 25.4. Source: GB/T 18358-2009 A.1, the DTP point is 1/72 inch. */
export const MM: Pt = 72 / 25.4

/** 字号 in points, as Word and WPS name them; 三号 is 16 pt there (15.75 pt in print shops). House: editors think in these names. */
const NAMED_SIZES: Readonly<Record<string, Pt>> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.5,
}

/** A length as a template writes it: `37mm`, `16pt`, `三号`; null when it is none of these. */
export function readLength(text: string): Pt | null {
  const named = NAMED_SIZES[text]
  if (named !== undefined) return named
  const found = /^(\d+(?:\.\d+)?)\s*(mm|pt)$/.exec(text.trim())
  if (found === null) return null
  const value = Number(found[1])
  return found[2] === 'mm' ? roundPt(value * MM) : value
}

/** Lengths are kept to a thousandth of a point, far below what a printer can show, so that sums print alike everywhere. */
export const roundPt = (value: Pt): Pt => Math.round(value * 1000) / 1000
