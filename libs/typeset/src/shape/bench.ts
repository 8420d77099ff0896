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
  /** Characters no face has. */
  missing: { index: number; code: number }[]
}

const FIRST_SIZE = 1024

export function createBench(): Bench {
  const bench = { count: 0, missing: [] } as unknown as Bench
  resize(bench, FIRST_SIZE)
  return bench
}

/** Makes room for `count` characters; what lay on the bench is swept away when it has to grow. */
export function makeRoom(bench: Bench, count: number): void {
  if (bench.code.length < count) resize(bench, count * 2)
}

function resize(bench: Bench, rows: number): void {
  const floats = (): Float64Array => new Float64Array(rows + 1)
  bench.offset = new Int32Array(rows + 1)
  bench.code = new Int32Array(rows)
  bench.kind = new Uint8Array(rows)
  bench.glyph = new Int32Array(rows)
  bench.run = new Int32Array(rows)
  bench.size = floats()
  bench.width = floats()
  bench.shift = floats()
  bench.spare = floats()
  bench.turn = new Uint8Array(rows)
  bench.head = floats()
  bench.tail = floats()
  bench.reach = floats()
  bench.loose = new Uint8Array(rows)
  bench.cost = floats()
  bench.sumWidth = floats()
  bench.sumSpare = floats()
  bench.sumReach = floats()
  bench.sumLoose = new Int32Array(rows + 1)
}
