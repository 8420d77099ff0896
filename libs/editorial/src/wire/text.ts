import { z } from 'zod'

/** What is wrong with a text that came over the wire, and where: code units from 0. */
export interface TextFlaw {
  readonly code: 'invalid-text' | 'bidi-text'
  readonly position: number
}

const TAB = 0x09
const LINE_FEED = 0x0a

/** U+202A–202E and U+2066–2069 turn the order of what follows; in a title they make one name look like another. Source: Unicode UAX #9, 2. */
const turnsOrder = (unit: number): boolean => (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069)

/** C0 and C1 controls, DEL, and the two code points no text may hold. Source: XML 1.0 2.2 Char, which DOCX cannot leave. */
const isControl = (unit: number): boolean => unit < 0x20 || (unit >= 0x7f && unit <= 0x9f) || unit === 0xfffe || unit === 0xffff

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** The first sign in a text that cannot be stored, printed and copied out again as it came in; `lines` lets tabs and line feeds pass. */
export function textFlaw(text: string, allow: { readonly lines: boolean; readonly bidi: boolean }): TextFlaw | null {
  for (let position = 0; position < text.length; position += 1) {
    const unit = text.charCodeAt(position)
    if (isControl(unit) && !(allow.lines && (unit === LINE_FEED || unit === TAB))) return { code: 'invalid-text', position }
    if (isLowSurrogate(unit)) return { code: 'invalid-text', position }
    if (isHighSurrogate(unit)) {
      if (!isLowSurrogate(text.charCodeAt(position + 1))) return { code: 'invalid-text', position }
      position += 1
    }
    if (!allow.bidi && turnsOrder(unit)) return { code: 'bidi-text', position }
  }
  return null
}

/** Code points of a text, the unit in which lengths are limited: a rare character outside the BMP is one. */
export function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

function bounded(max: number, allow: { lines: boolean; bidi: boolean }, min: number) {
  return z
    .string()
    .min(min)
    .superRefine((text, context) => {
      const flaw = textFlaw(text, allow)
      if (flaw !== null) context.addIssue({ code: 'custom', message: flaw.code, params: flaw, input: text })
      if (text.length > max && codePoints(text) > max)
        context.addIssue({ code: 'custom', message: 'too-long', params: { code: 'too-long', limit: max }, input: text })
    })
    .meta({ maxLength: max })
}

/** One line that names something: a title, a person, a column. No control signs, nothing that turns the reading order, not blank. */
export const nameLine = (max: number) =>
  bounded(max, { lines: false, bidi: false }, 1).refine((text) => text.trim() !== '', { message: 'blank', params: { code: 'blank' } })

/** One line of running text, possibly empty. */
export const textLine = (max: number) => bounded(max, { lines: false, bidi: true }, 0)

/** Several lines a person wrote: a reason, a pasted text. */
export const textLines = (max: number) => bounded(max, { lines: true, bidi: true }, 0)

/** A reason a person must give: some lines, not blank. */
export const reasonText = bounded(1000, { lines: true, bidi: false }, 1).refine((text) => text.trim() !== '', {
  message: 'blank',
  params: { code: 'blank' },
})
