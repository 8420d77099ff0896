import { isDateLine, isDocumentNumberLine, isHeadingLabel, isLetterHeading } from './line-forms.js'
import { readNumbering } from './numbering.js'
import { one, pieceAt, type Reading, type Recogniser, textAt } from './recogniser.js'

/** House: organ names and personal names in signatures stayed under 46 characters a line; up to eight lines were seen. */
const LONGEST_LINE = 46
const MOST_LINES = 12

/** 落款: lines of names, then the date. */
export const recogniseSignature: Recogniser = (reading) => {
  const organs: string[] = []
  for (let offset = 0; offset <= MOST_LINES; offset += 1) {
    const text = textAt(reading, offset)
    if (text === null) return undated(reading, organs)
    if (isDateLine(text)) return one({ kind: 'signature', organs, date: text }, offset + 1)
    const inline = /^(.*?\S)[\s　]+(\d{4}年\d{1,2}月\d{1,2}日)$/.exec(text)
    if (inline?.[1] !== undefined && inline[2] !== undefined && isNameLine(inline[1], reading, offset))
      return one({ kind: 'signature', organs: [...organs, inline[1]], date: inline[2] }, offset + 1)
    if (!isNameLine(text, reading, offset)) return undated(reading, organs)
    organs.push(text)
  }
  return null
}

function isNameLine(text: string, reading: Reading, offset: number): boolean {
  const piece = pieceAt(reading, offset)
  if (piece === null || piece.level !== undefined || text.length > LONGEST_LINE) return false
  if (/[。！？；，、：:,!?;“”—]|^[（(《]/.test(text) || isHeadingLabel(text) || isLetterHeading(text) || isDocumentNumberLine(text))
    return false
  return readNumbering(text) === null && !/^附\s*件|^(?:图|表)\s*\d|^\d/.test(text)
}

/** A letter or notice may end with names and no date: believed only where the format sets them flush right. */
function undated(reading: Reading, organs: readonly string[]): ReturnType<Recogniser> {
  if (organs.length === 0 || !organs.every((_, offset) => pieceAt(reading, offset)?.align === 'right')) return null
  return one({ kind: 'signature', organs, date: null }, organs.length)
}
