import {
  CLOSING,
  CONNECTOR,
  DASH,
  DIGIT,
  ELLIPSIS,
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
  STOP,
  SUFFIX,
} from './classes.js'

const CLASSES = 20
const WORD: readonly number[] = [LETTER, DIGIT, SIGN, SOLIDUS, LATIN_CLOSING, LATIN_OPENING, PREFIX, SUFFIX]

/** Which blank of two neighbours goes when they meet. */
export const KEEP = 0
export const TAKE_FROM_FIRST = 1
export const TAKE_FROM_SECOND = 2

/**
 * Two marks side by side lose half a character: 2 em become 1.5. The bracket stays close to what it encloses.
 * Source: CLREQ #h-adjustment_of_adjacent_punctuation_marks. House: between a closing and an opening mark the blank is taken from the first, so that each half is right when the line breaks there.
 */
function squeezeTable(): Uint8Array {
  const table = new Uint8Array(CLASSES * CLASSES)
  const set = (firsts: readonly number[], seconds: readonly number[], value: number): void => {
    for (const first of firsts) for (const second of seconds) table[first * CLASSES + second] = value
  }
  set([CLOSING, PAUSE, STOP], [CLOSING, PAUSE, STOP, OPENING], TAKE_FROM_FIRST)
  set([CLOSING], [DASH, ELLIPSIS, MIDDLE_DOT, CONNECTOR], TAKE_FROM_FIRST)
  set([OPENING, DASH, ELLIPSIS, MIDDLE_DOT, CONNECTOR], [OPENING], TAKE_FROM_SECOND)
  return table
}

/** Where tracking may not open a joint. Source: CLREQ #procedures_for_inter-character_space_expansion, both exceptions. */
function tightTable(): Uint8Array {
  const table = new Uint8Array(CLASSES * CLASSES)
  const set = (first: number, second: number): void => {
    table[first * CLASSES + second] = 1
  }
  for (const first of WORD) for (const second of WORD) set(first, second)
  for (let other = 0; other < CLASSES; other++) {
    for (const kind of [CONNECTOR, SOLIDUS, NOTHING]) {
      set(kind, other)
      set(other, kind)
    }
  }
  set(DASH, DASH)
  set(ELLIPSIS, ELLIPSIS)
  return table
}

const SQUEEZES = squeezeTable()
const TIGHT = tightTable()

export const squeezeOf = (first: number, second: number): number => SQUEEZES[first * CLASSES + second]!
export const isTight = (first: number, second: number): boolean => TIGHT[first * CLASSES + second] === 1
