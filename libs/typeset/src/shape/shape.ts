import { CLOSING, classOf, DIGIT, HAN, LETTER, NOTHING, OPENING, PAUSE, SOLIDUS, SPACE, STOP } from '../chinese/classes.js'
import { contextClass } from '../chinese/context.js'
import { BRACKET, COMMA, FIXED, FULL_STOP } from '../chinese/turns.js'
import type { Pt } from '../layout.js'
import { type Bench, makeRoom, type ShapeRun } from './bench.js'
import { type Cell, cellOf } from './cells.js'
import { type GlyphTable, MISSING } from './glyph-table.js'
import { meet } from './meet.js'

/** Width of the frame round U+XXXX where no face has a character, in em. House: seven small figures fit. */
export const MISSING_WIDTH = 1.8

const BLANK_CODE = 0x20
const APOSTROPHE = 0x2019
const ZERO = 0x30
const AT_SIGN = 0x40
const TURNS: Readonly<Record<number, number>> = { [OPENING]: BRACKET, [CLOSING]: BRACKET, [PAUSE]: COMMA, [STOP]: FULL_STOP }

/** What a shaper keeps between paragraphs: the faces' glyphs and the cells of the marks met so far. */
export interface Cases {
  readonly table: GlyphTable
  readonly cells: Map<number, Cell>
}

/** Lays the characters of a paragraph on the bench with their cells, blanks, gaps, joints and break costs. `em` is the size gaps are measured in. */
export function shapeOnto(bench: Bench, text: string, runs: readonly ShapeRun[], em: Pt, cases: Cases): void {
  makeRoom(bench, text.length)
  bench.missing = []
  bench.addresses = false
  let row = 0
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]!
    for (let at = run.from; at < run.to; ) {
      const code = text.codePointAt(at)!
      bench.offset[row] = at
      bench.run[row] = index
      const kind = classOf(code)
      setCell(bench, row, code, kind === HAN ? HAN : contextClass(text, at, code, kind), run, cases)
      at += code > 0xffff ? 2 : 1
      row += 1
    }
  }
  bench.count = row
  bench.offset[row] = text.length
  for (let index = 0; index < row; index++) {
    if (index > 0 && hanMeetHan(bench, index)) joinHan(bench, index)
    else meet(bench, index, em, runs, cases.table)
  }
  sumUp(bench)
}

/** Two Han of one run: nothing happens between them, and that is most of the text. */
const hanMeetHan = (bench: Bench, index: number): boolean =>
  bench.kind[index] === HAN && bench.kind[index - 1] === HAN && bench.run[index] === bench.run[index - 1]

function joinHan(bench: Bench, index: number): void {
  bench.cost[index] = 0
  bench.loose[index] = 0
  bench.loose[index - 1] = 1
}

function setCell(bench: Bench, row: number, code: number, kind: number, run: ShapeRun, cases: Cases): void {
  const glyph = run.lookup(code)
  bench.code[row] = code
  bench.kind[row] = kind
  bench.size[row] = run.size
  bench.spare[row] = 0
  bench.head[row] = 0
  bench.tail[row] = 0
  bench.reach[row] = 0
  bench.shift[row] = 0
  bench.turn[row] = FIXED
  if (kind === SOLIDUS || code === AT_SIGN) bench.addresses = true
  if (glyph === MISSING) setMissing(bench, row, code, kind, run, cases)
  else if (kind === HAN) {
    bench.glyph[row] = glyph
    bench.width[row] = cases.table.advance(glyph) * run.size
  } else {
    const drawn = kind === LETTER && code === APOSTROPHE ? cases.table.proportional(glyph) : glyph
    bench.glyph[row] = drawn
    takeCell(bench, row, cellFor(kind, code, drawn, cases), run.size)
    if (kind === DIGIT && run.tabular) setFigure(bench, row, run, cases)
  }
}

/** A figure in the middle of a cell as wide as 0. Source: typography checklist 32 (digits aligned); faces draw 1 narrower than 2. */
function setFigure(bench: Bench, row: number, run: ShapeRun, cases: Cases): void {
  const own = bench.width[row]!
  bench.width[row] = cases.table.advance(run.lookup(ZERO)) * run.size
  bench.shift[row] = (bench.width[row] - own) / 2
}

function takeCell(bench: Bench, row: number, cell: Cell, size: Pt): void {
  bench.width[row] = cell.width * size
  bench.shift[row] = cell.shift * size
  bench.head[row] = cell.blankLeft * size
  bench.tail[row] = cell.blankRight * size
  bench.spare[row] = (cell.blankLeft + cell.blankRight) * size
  bench.turn[row] = TURNS[bench.kind[row]!] ?? FIXED
}

function cellFor(kind: number, code: number, glyph: number, cases: Cases): Cell {
  const key = (glyph * 0x20 + kind) * 4 + (code === 0x3000 ? 1 : code === 0x2013 ? 2 : 0)
  const known = cases.cells.get(key)
  if (known !== undefined) return known
  const made = cellOf(kind, code, glyph, cases.table)
  cases.cells.set(key, made)
  return made
}

/** A character no face has stands as a frame; a blank or a sign that is never printed stands as nothing. */
function setMissing(bench: Bench, row: number, code: number, kind: number, run: ShapeRun, cases: Cases): void {
  const blank = run.lookup(BLANK_CODE)
  bench.glyph[row] = blank
  if (kind === NOTHING || kind === SPACE) {
    bench.width[row] = cellOf(kind, code, blank, cases.table).width * run.size
    return
  }
  bench.width[row] = MISSING_WIDTH * run.size
  bench.missing.push({ index: row, code })
}

function sumUp(bench: Bench): void {
  const { count, width, spare, reach, loose, sumWidth, sumSpare, sumReach, sumLoose } = bench
  sumWidth[0] = 0
  sumSpare[0] = 0
  sumReach[0] = 0
  sumLoose[0] = 0
  for (let index = 0; index < count; index++) {
    sumWidth[index + 1] = sumWidth[index]! + width[index]!
    sumSpare[index + 1] = sumSpare[index]! + spare[index]!
    sumReach[index + 1] = sumReach[index]! + reach[index]!
    sumLoose[index + 1] = sumLoose[index]! + loose[index]!
  }
}
