import { textFlaw } from './text.js'

/**
 * Text read from outside as one line that can be stored and printed: tabs and line ends become a blank, controls and broken signs go.
 * A text without such signs is answered as it is.
 */
export function fitLine(text: string): string {
  if (textFlaw(text, { lines: false, bidi: true }) === null) return text
  return text
    .replace(/[\t\n\v\f\r\u0085]+/g, ' ')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '')
    .replace(/\p{Cs}/gu, '')
}

/** The same for every text of a value read from outside, at any depth; keys stay. */
export function fitTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return fitLine(value) as Value
  if (Array.isArray(value)) return value.map(fitTexts) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fitTexts(member)])) as Value
}
