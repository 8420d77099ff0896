/**
 * What a character is to a Chinese compositor. Numbers, because they are looked up once a character.
 * Source: CLREQ #tables_of_chinese_punctuation_marks; GB/T 15834-2011 clause 4.
 */
export const HAN = 0
/** 开始夹注符号: （ 《 “ */
export const OPENING = 1
/** 结束夹注符号: ） 》 ” */
export const CLOSING = 2
/** 句内点号: ， 、 ； ： */
export const PAUSE = 3
/** 句末点号: 。 ？ ！ */
export const STOP = 4
/** 间隔号: · */
export const MIDDLE_DOT = 5
/** 破折号 and 一字线: — */
export const DASH = 6
/** 省略号: … */
export const ELLIPSIS = 7
/** 浪纹线 and other connectors between words: ～ – */
export const CONNECTOR = 8
/** Letters of words: Latin, Greek, Cyrillic. */
export const LETTER = 9
export const DIGIT = 10
/** A blank between words. */
export const SPACE = 11
/** Signs before a number: ￥ $ № */
export const PREFIX = 12
/** Signs after a number: % ℃ ‰ */
export const SUFFIX = 13
/** 分隔号 and 短横线, half a character wide between Han: / - */
export const SOLIDUS = 14
/** Half-width opening marks: ( [ */
export const LATIN_OPENING = 15
/** Half-width closing marks and points: ) ] , . ; : ! ? */
export const LATIN_CLOSING = 16
/** A blank that holds both sides together: U+00A0 and kin. */
export const FIXED_SPACE = 17
/** Drawn on its neighbour or not at all: combining marks, variation selectors, joiners. */
export const NOTHING = 18
/** Other half-width signs: + = & @ # * _ */
export const SIGN = 19

export type CharacterClass = number

const MARKS: readonly (readonly [CharacterClass, string])[] = [
  [OPENING, '（《〈【〔「『“‘［｛〖〝｟'],
  [CLOSING, '）》〉】〕」』”’］｝〗〞｠'],
  [PAUSE, '，、；：'],
  [STOP, '。？！．｡'],
  [MIDDLE_DOT, '·・‧•'],
  [DASH, '—―⸺'],
  [ELLIPSIS, '…⋯'],
  [CONNECTOR, '～〜–－'],
  [PREFIX, '￥¥$€£＄￡№'],
  [SUFFIX, '%‰℃°′″％+'],
  [SOLIDUS, '/-‐‑'],
  [LATIN_OPENING, '([{'],
  [LATIN_CLOSING, ')]},.;:!?'],
  [SIGN, '"\'=&@#*_<>\\^`|~±×÷'],
  [SPACE, ' \t\n\r\u3000\u2002\u2003\u2009'],
  [FIXED_SPACE, '\u00a0\u202f\u2060\ufeff'],
]

/** Ranges of code points that are one class throughout, later ones over earlier ones. */
const RANGES: readonly (readonly [CharacterClass, number, number])[] = [
  [NOTHING, 0x0000, 0x001f],
  [SIGN, 0x0021, 0x007e],
  [NOTHING, 0x007f, 0x009f],
  [LETTER, 0x00a1, 0x024f],
  [LETTER, 0x0250, 0x02ff],
  [NOTHING, 0x0300, 0x036f],
  [LETTER, 0x0370, 0x052f],
  [DIGIT, 0x0030, 0x0039],
  [LETTER, 0x0041, 0x005a],
  [LETTER, 0x0061, 0x007a],
  [LETTER, 0x1e00, 0x1fff],
  [NOTHING, 0x200b, 0x200f],
  [NOTHING, 0x202a, 0x202e],
  [NOTHING, 0x2061, 0x206f],
  [LETTER, 0x2c60, 0x2c7f],
  [LETTER, 0xfb00, 0xfb06],
  [NOTHING, 0xfe00, 0xfe0f],
]

const BASIC_PLANE = 0x10000

function classTable(): Uint8Array {
  const table = new Uint8Array(BASIC_PLANE)
  for (const [kind, from, to] of RANGES) table.fill(kind, from, to + 1)
  for (const [kind, marks] of MARKS) for (const mark of marks) table[mark.codePointAt(0)!] = kind
  return table
}

const TABLE = classTable()

/** The class of a code point; whatever is not named is set like a Han character, in a square of its own. */
export function classOf(codePoint: number): CharacterClass {
  if (codePoint < BASIC_PLANE) return TABLE[codePoint]!
  return codePoint >= 0xe0000 && codePoint <= 0xe01ef ? NOTHING : HAN
}

/** 汉字 in the narrow sense: what counts against 孤字 at a paragraph's end. */
export const isHan = (codePoint: number): boolean =>
  (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
  (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
  codePoint === 0x3007 ||
  codePoint >= 0x20000

/** Whether a class is a full-width Chinese mark, set in a square whose blank half can be taken away. */
export const isMark = (kind: CharacterClass): boolean => kind >= OPENING && kind <= STOP

/** Whether a class belongs to Western text: it keeps its own width and stands off from Han by a gap. */
export const isWestern = (kind: CharacterClass): boolean => kind === LETTER || kind === DIGIT
