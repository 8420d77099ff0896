import { CLOSING, classOf, DIGIT, HAN, LETTER, NOTHING, OPENING, PAUSE, SOLIDUS, SPACE, STOP } from '../chinese/classes.js'
import { contextClass } from '../chinese/context.js'
import { BRACKET, COMMA, FIXED, FULL_STOP } from '../chinese/turns.js'
import type { Pt } from '../layout.js'
import { type Bench, makeRoom, type ShapeRun } from './bench.js'
import { type Cell, cellOf } from './cells.js'
import { type GlyphTable, MISSING } from './glyph-table.js'
import { meet } from './meet.js'

/** Width of the frame round the number of a character (U+20BB7) where no face has a character, in em. House: seven small figures fit, set a little smaller than six. */
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
  sweep(bench, text.length)
  let row = 0
  for (let index = 0; index < runs.length; index++) row = shapeRunOnto(bench, text, runs[index]!, index, row, cases)
  bench.count = row
  bench.offset[row] = text.length
  for (let index = 0; index < row; index++) {
    if (index === 0 || !hanMeetHan(bench, index)) meet(bench, index, em, runs, cases.table)
  }
  sumUp(bench)
}

/** Every row as a Han among Han has it: no blank, no turn, a joint after it, a line may begin with it. */
function sweep(bench: Bench, rows: number): void {
  bench.missing = []
  bench.addresses = false
  for (const column of [bench.spare, bench.head, bench.tail, bench.reach, bench.shift, bench.cost]) column.fill(0, 0, rows)
  bench.turn.fill(FIXED, 0, rows)
  bench.loose.fill(1, 0, rows)
}

function shapeRunOnto(bench: Bench, text: string, run: ShapeRun, index: number, first: number, cases: Cases): number {
  const { offset, code: codes, kind: kinds, glyph: glyphs, width } = bench
  const { lookup, size } = run
  let row = first
  for (let at = run.from; at < run.to; row++) {
    const code = text.codePointAt(at)!
    const kind = classOf(code)
    offset[row] = at
    codes[row] = code
    const glyph = lookup(code)
    if (kind === HAN && glyph !== MISSING) {
      kinds[row] = HAN
      glyphs[row] = glyph
      width[row] = cases.table.advance(glyph) * size
    } else setCell(bench, row, code, contextClass(text, at, code, kind), glyph, run, cases)
    at += code > 0xffff ? 2 : 1
  }
  bench.run.fill(index, first, row)
  bench.size.fill(size, first, row)
  return row
}

/** Two Han of one run: nothing happens between them, and that is most of the text. */
const hanMeetHan = (bench: Bench, index: number): boolean =>
  bench.kind[index] === HAN && bench.kind[index - 1] === HAN && bench.run[index] === bench.run[index - 1]

/** The cell of whatever is no plain Han. */
function setCell(bench: Bench, row: number, code: number, kind: number, glyph: number, run: ShapeRun, cases: Cases): void {
  bench.kind[row] = kind
  if (kind === SOLIDUS || code === AT_SIGN) bench.addresses = true
  if (glyph === MISSING) {
    setMissing(bench, row, code, kind, run, cases)
    return
  }
  const drawn = kind === LETTER && code === APOSTROPHE ? cases.table.proportional(glyph) : glyph
  bench.glyph[row] = drawn
  if (kind === HAN) bench.width[row] = cases.table.advance(glyph) * run.size
  else {
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
