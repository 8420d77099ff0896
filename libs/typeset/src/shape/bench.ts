import type { Pt } from '../layout.js'

/** A stretch of the text drawn alike. */
export interface ShapeRun {
  readonly from: number
  readonly to: number
  readonly lookup: (codePoint: number) => number
  readonly size: Pt
  /** Raised or lowered: stands by its neighbour without a gap. */
  readonly shifted: boolean
  /** Figures stand in cells of one width, so that columns of numbers agree. */
  readonly tabular: boolean
}

/**
 * The compositor's bench: one paragraph as columns of numbers, one row a character (code point), used again for each paragraph.
 * Lengths in pt. Rows `0..count` are valid; the running sums have one row more.
 */
export interface Bench {
  count: number
  /** UTF-16 offset of each character, and of the end. */
  offset: Int32Array
  code: Int32Array
  kind: Uint8Array
  /** Face and glyph as in the glyph table. */
  glyph: Int32Array
  /** Index of the run the character belongs to. */
  run: Int32Array
  /** Size the character is drawn at. */
  size: Float64Array
  /** Width of its cell, the gap before it included. */
  width: Float64Array
  /** From the cell's left edge to the glyph's origin. */
  shift: Float64Array
  /** What may still be taken away, and in which turn. */
  spare: Float64Array
  turn: Uint8Array
  /** Blank at the left that vanishes at a line's head; at the right, at a line's end. */
  head: Float64Array
  tail: Float64Array
  /** What a blank or a gap may grow by. */
  reach: Float64Array
  /** 1 where tracking may open the joint after the character. */
  loose: Uint8Array
  /** Cost of beginning a line with the character. */
  cost: Float64Array
  sumWidth: Float64Array
  sumSpare: Float64Array
  sumReach: Float64Array
  sumLoose: Int32Array
  /** Whether a / or @ stands in the text: only then can it hold an address. */
  addresses: boolean
  /** Characters no face has. */
  missing: { index: number; code: number }[]
}

/** Rows laid out at once. House: a paragraph of four thousand characters is rare, and a bench that never grows keeps its loops fast. */
const FIRST_SIZE = 4096

export const createBench = (): Bench => benchOf(FIRST_SIZE)

function benchOf(rows: number): Bench {
  const floats = (): Float64Array => new Float64Array(rows + 1)
  const integers = (): Int32Array => new Int32Array(rows + 1)
  const bytes = (): Uint8Array => new Uint8Array(rows + 1)
  return {
    count: 0,
    offset: integers(),
    code: integers(),
    kind: bytes(),
    glyph: integers(),
    run: integers(),
    size: floats(),
    width: floats(),
    shift: floats(),
    spare: floats(),
    turn: bytes(),
    head: floats(),
    tail: floats(),
    reach: floats(),
    loose: bytes(),
    cost: floats(),
    sumWidth: floats(),
    sumSpare: floats(),
    sumReach: floats(),
    sumLoose: integers(),
    addresses: false,
    missing: [],
  }
}

/** Makes room for `count` characters; what lay on the bench is swept away when it has to grow. */
export function makeRoom(bench: Bench, count: number): void {
  if (bench.code.length <= count) Object.assign(bench, benchOf(count * 2))
}
