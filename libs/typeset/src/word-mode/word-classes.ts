/**
 * What Word makes of a character when it breaks lines of Simplified Chinese: bits, looked up once a character.
 * Source: ECMA-376 part 1 §17.3.1.16 (kinsoku) for the rule; the characters are those Word 2016 shows under 版式 for 中文.
 */

/** Lines break before and after it: Chinese characters, full-width forms, and signs that the hint eastAsia makes Chinese. */
export const SQUARE = 1
export const NOT_FIRST = 2
export const NOT_LAST = 4
/** A line may end after it. */
export const DASH = 8
/** A blank: it hangs at a line's end. */
export const BLANK = 16
/** Holds both sides together, or is drawn on its neighbour. */
export const GLUE = 32
/** 汉字 in the narrow sense, and Western letters and figures: a gap stands between the two. */
export const HAN = 64
export const WESTERN = 128

const NOT_FIRST_MARKS = '!%),.:;>?]}¢°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠'
const NOT_LAST_MARKS = '$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥'

const RANGES: readonly (readonly [number, number, number])[] = [
  [SQUARE, 0x2018, 0x201f],
  [SQUARE, 0x2026, 0x2026],
  [SQUARE, 0x2030, 0x205e],
  [SQUARE, 0x2100, 0x2fff],
  [SQUARE, 0x3001, 0x30ff],
  [SQUARE, 0x31c0, 0x33ff],
  [SQUARE | HAN, 0x3400, 0x4dbf],
  [SQUARE | HAN, 0x4e00, 0x9fff],
  [SQUARE | HAN, 0xf900, 0xfaff],
  [SQUARE, 0xfe30, 0xfe4f],
  [SQUARE, 0xff00, 0xffef],
  [SQUARE | HAN, 0xd800, 0xdbff],
  [HAN, 0x3007, 0x3007],
  [WESTERN, 0x30, 0x39],
  [WESTERN, 0x41, 0x5a],
  [WESTERN, 0x61, 0x7a],
  [WESTERN, 0xc0, 0x24f],
  [GLUE, 0xdc00, 0xdfff],
  [GLUE, 0x300, 0x36f],
  [GLUE, 0x200c, 0x200f],
  [GLUE, 0x2060, 0x206f],
  [GLUE, 0xfe00, 0xfe0f],
]

const SINGLES: readonly (readonly [number, string])[] = [
  [NOT_FIRST, NOT_FIRST_MARKS],
  [NOT_LAST, NOT_LAST_MARKS],
  [DASH, '-‐–—'],
  [BLANK, ' \t\u2002\u2003\u2005\u2009\u3000'],
  [GLUE, '\u00a0\u202f\ufeff'],
]

function classTable(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const [bits, from, to] of RANGES) for (let code = from; code <= to; code++) table[code]! |= bits
  for (const [bits, marks] of SINGLES) for (const mark of marks) table[mark.charCodeAt(0)]! |= bits
  return table
}

/** Bits of each UTF-16 unit; a high surrogate stands for its whole character, a low one clings to it. */
export const wordClasses: Uint8Array = classTable()
