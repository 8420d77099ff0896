/** Advances of Times New Roman from the blank to ~, in thousandths of an em. Source: the metrics of Times-Roman, to which Times New Roman was drawn. */
const TIMES =
  '250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 ' +
  '921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 ' +
  '333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541'

const FIRST = 0x20
const SQUARE = 1000

/** Letters beside those of ASCII. House: the mean of Times; they are rare, and a line is thirty squares. */
const LETTER = 500

/** Signs of Latin-1 that take the Chinese face, and so a square, where a run is marked as East Asian. Source: ECMA-376 part 1 §17.3.2.26, the hint eastAsia. */
const SQUARE_SIGNS = '¡¤§¨ª\u00ad¯°±²³´¶·¸¹º¼½¾¿×÷'

/** Characters that are neither letters nor squares. */
const OTHERS: readonly (readonly [number, number])[] = [
  [0x09, 0],
  [0xa0, 250],
  [0x2002, 500],
  [0x2005, 250],
  [0x2009, 167],
  [0x202f, 250],
  [0xfeff, 0],
]

/** Drawn on their neighbour or not at all. */
const NOTHING: readonly (readonly [number, number])[] = [
  [0x200b, 0x200f],
  [0x2060, 0x206f],
  [0x300, 0x36f],
  [0xfe00, 0xfe0f],
  [0xdc00, 0xdfff],
]

const HALF_FORMS: readonly [number, number] = [0xff61, 0xffdc]

function widthTable(): Uint16Array {
  const table = new Uint16Array(0x10000).fill(SQUARE)
  table.fill(0, 0, FIRST)
  TIMES.split(' ').forEach((width, index) => {
    table[FIRST + index] = Number(width)
  })
  table.fill(LETTER, 0xa1, 0x370)
  for (const sign of SQUARE_SIGNS) table[sign.charCodeAt(0)] = SQUARE
  for (const [from, to] of NOTHING) table.fill(0, from, to + 1)
  table.fill(LETTER, HALF_FORMS[0], HALF_FORMS[1] + 1)
  for (const [code, width] of OTHERS) table[code] = width
  return table
}

/** Advance of each UTF-16 unit in Word, in thousandths of an em: Chinese faces fill their square, Western text is set in Times New Roman. */
export const wordWidths: Uint16Array = widthTable()
