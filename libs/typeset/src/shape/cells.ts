import { CLOSING, CONNECTOR, DASH, ELLIPSIS, MIDDLE_DOT, NOTHING, OPENING, PAUSE, SPACE, STOP } from '../chinese/classes.js'
import { HALF_EM } from '../chinese/turns.js'
import type { GlyphTable } from './glyph-table.js'

/** The square a glyph is set in: width, where its origin lies in it, and the blank half at either side. All in em. */
export interface Cell {
  readonly width: number
  readonly shift: number
  readonly blankLeft: number
  readonly blankRight: number
}

const WIDE = 0.98
const FULL: Readonly<Record<number, number>> = { 12288: 1, 8195: 1, 8194: 0.5, 8201: 0.2, 160: 0.25, 8239: 0.25, 8288: 0, 65279: 0 }

/** Half of the cell of a mark is blank only where the face leaves it blank; what its shape covers is not taken away. */
function blankBeside(covered: number): number {
  return Math.max(0, Math.min(HALF_EM, 1 - covered))
}

/** The cell of one character by its class. A mark drawn narrower than its square leans to the text it belongs to. Source: CLREQ #positioning_of_punctuation_marks; GB/T 15834-2011 5.1. */
export function cellOf(kind: number, code: number, glyph: number, table: GlyphTable): Cell {
  const advance = table.advance(glyph)
  switch (kind) {
    case OPENING: {
      const shift = advance >= WIDE ? 0 : advance <= HALF_EM ? 1 - HALF_EM + (HALF_EM - advance) / 2 : 1 - advance
      return { width: 1, shift, blankLeft: blankBeside(1 - table.ink(glyph)[0] - shift), blankRight: 0 }
    }
    case CLOSING:
    case PAUSE:
    case STOP: {
      const shift = advance <= HALF_EM ? (HALF_EM - advance) / 2 : 0
      return { width: 1, shift, blankLeft: 0, blankRight: blankBeside(table.ink(glyph)[1] + shift) }
    }
    case MIDDLE_DOT:
      return centred(HALF_EM, glyph, table)
    case ELLIPSIS:
      return centred(1, glyph, table)
    case DASH:
    case CONNECTOR:
      return code === 0x2013 ? plain(advance) : centred(1, glyph, table)
    case NOTHING:
      return plain(0)
    case SPACE:
      return plain(FULL[code] ?? advance)
    default:
      return plain(FULL[code] ?? advance)
  }
}

const plain = (width: number): Cell => ({ width, shift: 0, blankLeft: 0, blankRight: 0 })

/** A glyph with its printed shape in the middle of a cell. */
function centred(width: number, glyph: number, table: GlyphTable): Cell {
  const [left, right] = table.ink(glyph)
  return { width, shift: (width - left - right) / 2, blankLeft: 0, blankRight: 0 }
}
