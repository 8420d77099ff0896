import {
  CLOSING,
  CONNECTOR,
  DASH,
  DIGIT,
  ELLIPSIS,
  FIXED_SPACE,
  HAN,
  LATIN_CLOSING,
  LATIN_OPENING,
  LETTER,
  MIDDLE_DOT,
  NOTHING,
  OPENING,
  PAUSE,
  PREFIX,
  SIGN,
  SOLIDUS,
  SPACE,
  STOP,
  SUFFIX,
} from './classes.js'

/** No line may begin after the first and before the second of two characters. */
export const NEVER = Infinity

/** A line may begin here, but another place is better; in the units of the line breaker's cost. */
export const RELUCTANT = 1.5

const CLASSES = 20

/** Marks that may not begin a line. Source: CLREQ #prohibition-rules-basic; GB/T 15834-2011 5.1.1, 5.1.2, 5.1.3, 5.1.6, 5.1.7, 5.1.9. */
const NOT_FIRST: readonly number[] = [CLOSING, PAUSE, STOP, MIDDLE_DOT, CONNECTOR, SOLIDUS, SUFFIX, LATIN_CLOSING, FIXED_SPACE, NOTHING]

/** Marks that may not end a line. Source: CLREQ #prohibition-rules-guobiao; GB/T 15834-2011 5.1.3 (opening marks), 5.1.9 (solidus). */
const NOT_LAST: readonly number[] = [OPENING, LATIN_OPENING, PREFIX, SOLIDUS, FIXED_SPACE]

/** Classes that make up a Western word or number: never parted. Source: CLREQ #h-digits_and_their_prefix_and_suffix; GB/T 15835-2011 5.1.7. */
const WORD: readonly number[] = [LETTER, DIGIT, SIGN, SOLIDUS, LATIN_CLOSING]

function pairTable(): Float64Array {
  const table = new Float64Array(CLASSES * CLASSES)
  const set = (first: number, second: number, value: number): void => {
    table[first * CLASSES + second] = value
  }
  for (let other = 0; other < CLASSES; other++) {
    for (const second of NOT_FIRST) set(other, second, NEVER)
    for (const first of NOT_LAST) set(first, other, NEVER)
  }
  for (const first of WORD) for (const second of [LETTER, DIGIT, SIGN]) set(first, second, NEVER)
  for (const first of [LETTER, DIGIT, SIGN]) set(first, LATIN_OPENING, NEVER)
  for (const second of [LETTER, DIGIT]) set(SUFFIX, second, NEVER)
  // House: strict level for 省略号 and 破折号 (CLREQ #prohibition-rules-strict) as a wish, not as a law; GB allows them at a line's head.
  for (const first of [HAN, CLOSING, PAUSE, STOP, LETTER, DIGIT]) for (const second of [DASH, ELLIPSIS]) set(first, second, RELUCTANT)
  // A number and the Han that says what it counts. Source: typography checklist 30.
  set(DIGIT, HAN, RELUCTANT)
  // A range is better kept whole; GB only keeps its 连接号 from a line's head.
  set(CONNECTOR, DIGIT, RELUCTANT)
  // 破折号 and 省略号 are two characters that are one sign. Source: GB/T 15834-2011 5.1.4, 5.1.5; CLREQ #prohibition_rules_for_unbreakable_marks.
  set(DASH, DASH, NEVER)
  set(ELLIPSIS, ELLIPSIS, NEVER)
  for (let first = 0; first < CLASSES; first++) set(first, SPACE, NEVER)
  return table
}

const PAIRS = pairTable()

/** What it costs to begin a line between two neighbours: 0, `RELUCTANT` or `NEVER`. Blanks belong to the line before them. */
export const breakCost = (first: number, second: number): number => PAIRS[first * CLASSES + second]!
