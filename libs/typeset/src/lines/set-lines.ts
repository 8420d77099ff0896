import type { Color, FaceRole, FlowRun, GlyphRun, Pt, TextBlock, TextStyle } from '../layout.js'
import { type Bench, createBench, type ShapeRun } from '../shape/bench.js'
import { faceIndex, type GlyphTable, glyphOf } from '../shape/glyph-table.js'
import { type Cases, MISSING_WIDTH, shapeOnto } from '../shape/shape.js'
import { type Chances, createChances, findChances } from './chances.js'
import { naturalWidth, placeGlyphs, type Stretch } from './justify.js'
import { ragged } from './ragged.js'
import { balanceTitle, price } from './titles.js'
import { type Breaks, type Measure, totalFit } from './total-fit.js'

/** A line before it has a place on a page: x counts from the left edge of the text, the block's own indents included. */
export interface SetLine {
  readonly from: number
  readonly to: number
  readonly x: Pt
  readonly width: Pt
  readonly runs: readonly GlyphRun[]
  /** Frames for characters no face has: where on the line, and which. */
  readonly missing: readonly { readonly x: Pt; readonly width: Pt; readonly size: Pt; readonly code: number }[]
  /** Tracking in em, where the line had to be opened. */
  readonly tracking: number
  /** The blank a tab leaves, to be filled with leaders where the style has them. */
  readonly leader?: { readonly from: Pt; readonly to: Pt }
}

/** How the text of a block is broken: justified, filled from the left, filled between words as a contents entry, or balanced as a title. */
export type Breaking = 'justify' | 'fill' | 'entry' | 'balance'

/** The tools one typesetter keeps at hand: bench, chances, faces. */
export interface Tools {
  readonly bench: Bench
  readonly chances: Chances
  readonly cases: Cases
  readonly hasRole: (role: FaceRole) => boolean
  /** Place of every glyph on its line, and which glyph it is: plain arrays, since lines are cut out of them. */
  readonly at: number[]
  readonly ids: number[]
  /** Of the paragraph in hand. */
  readonly measure: Measure
}

/** No whole number: what begins with it is kept by V8 for fractions from the start, and code made for it need not be made again. */
const FRACTION = 0.5

export function createTools(table: GlyphTable, hasRole: (role: FaceRole) => boolean): Tools {
  const measure = { width: FRACTION, indent: FRACTION, em: FRACTION }
  return { bench: createBench(), chances: createChances(), cases: { table, cells: new Map() }, hasRole, at: [FRACTION], ids: [], measure }
}

/** Index figures: size and rise in em of the text. House: as Word's, 60 % raised by a third; lowered by a seventh. */
const INDEX = { size: 0.6, sup: 0.35, sub: -0.14 }

/** Stroke that stands in for a missing bold, and the shear for italics. House: 3 % of the size reads as semi-bold; 0.2 is the slant of most italics. */
const EMBOLDEN = 0.03
const SLANT = 0.2

/** How one run is drawn, beside its glyphs. */
interface Drawing {
  readonly color: Color
  readonly rise: Pt
  readonly embolden: Pt
  readonly slant: number
  readonly underline: boolean
  readonly link: string | undefined
}

/** A text to be set: its style, the width it stands in, how it is broken. */
export interface Job {
  readonly block: Pick<TextBlock, 'text' | 'runs'>
  readonly style: TextStyle
  readonly width: Pt
  readonly breaking: Breaking
}

/** A width for what is set on one line: wider than any sheet. */
export const UNBOUNDED: Pt = 1e4

/** A job; all are made here, so that they are alike to V8 and the code that sets lines is made once. */
export const jobOf = (block: Job['block'], style: TextStyle, width: Pt, breaking: Breaking): Job => ({ block, style, width, breaking })

/** Sets the text of a block in lines of at most `width`. An empty text gives no line. */
export function setLines(tools: Tools, job: Job): SetLine[] {
  const { block, style } = job
  if (block.text === '') return []
  const shapes = block.runs.map((run) => shapeRun(tools, run, style))
  const drawings = block.runs.map((run) => drawingOf(tools, run, style))
  shapeOnto(tools.bench, block.text, shapes, style.size, tools.cases)
  const { measure } = tools
  measure.width = job.width - (style.left + style.right) * style.size
  measure.indent = style.firstIndent * style.size
  measure.em = style.size
  findChances(tools.bench, Math.min(measure.width, measure.width - measure.indent), tools.chances)
  const breaks = breakText(tools, job, measure)
  for (let row = tools.at.length; row <= tools.bench.count; row++) tools.at.push(FRACTION)
  return breaks.starts.map((_, index) => setLine(tools, job, breaks, index, measure, drawings))
}

function breakText(tools: Tools, job: Job, measure: Measure): Breaks {
  if (job.breaking === 'justify') return totalFit(tools.bench, tools.chances, measure)
  if (job.breaking === 'balance') return balanceTitle(tools.bench, tools.chances, measure, job.block.text)
  const whole = naturalWidth(tools.bench, { first: 0, end: tools.bench.count, next: tools.bench.count, width: null })
  if (job.breaking !== 'entry' || whole <= measure.width - measure.indent)
    return ragged(tools.chances, measure, (slack, last) => fillCost(slack, last, measure))
  price(tools.bench, tools.chances, job.block.text)
  return ragged(tools.chances, measure, (slack, last) => fillCost(slack, last, measure, LOOSE), LINE_OF_ENTRY)
}

/** What a line more costs in a contents entry. House: less than to part the name of an organ, more than any other break. */
const LINE_OF_ENTRY = 38

/** How much less a blank at the end of an entry's line costs. House: leaders make its edge ragged anyhow. */
const LOOSE = 0.25

/** A line filled from the left: full ones first, and no stub at the end. House: the last line of a contents entry or a cell holds four characters at least. */
function fillCost(slack: Pt, last: boolean, measure: Measure, share = 1): number {
  if (!last) return share * (slack / measure.em) ** 2
  return measure.width - slack < 4 * measure.em ? 40 : 0
}

function setLine(tools: Tools, job: Job, breaks: Breaks, index: number, measure: Measure, drawings: readonly Drawing[]): SetLine {
  const { bench } = tools
  const { style } = job
  const next = breaks.starts[index + 1] ?? bench.count
  const line: Stretch = { first: breaks.starts[index]!, end: breaks.ends[index]!, next, width: null }
  const indent = index === 0 ? measure.indent : 0
  const room = measure.width - indent
  const natural = naturalWidth(bench, line)
  const full = natural > room || (job.breaking === 'justify' && next < bench.count)
  const set = placeGlyphs(bench, { ...line, width: full ? room : null }, natural, tools.at)
  return {
    from: bench.offset[line.first]!,
    to: bench.offset[next]!,
    x: style.left * style.size + indent + alignment(style, room - set.width),
    width: set.width,
    runs: glyphRuns(tools, line.first, next, drawings),
    missing: bench.missing.length === 0 ? NOTHING_MISSING : missingOn(tools, line.first, next),
    tracking: set.tracking / style.size,
  }
}

const NOTHING_MISSING: SetLine['missing'] = []

function alignment(style: TextStyle, slack: Pt): Pt {
  if (style.align === 'center') return slack / 2
  return style.align === 'right' ? slack : 0
}

function glyphRuns(tools: Tools, first: number, next: number, drawings: readonly Drawing[]): GlyphRun[] {
  const { bench } = tools
  const runs: GlyphRun[] = []
  for (let row = first; row < next; ) {
    const end = runEnd(bench, row, next)
    runs.push(glyphRun(tools, row, end, drawings[bench.run[row]!]!))
    row = end
  }
  return runs
}

/** The row after the last that is drawn by the same run and face. */
function runEnd(bench: Bench, row: number, next: number): number {
  const run = bench.run[row]
  const face = faceIndex(bench.glyph[row]!)
  let end = row + 1
  while (end < next && bench.run[end] === run && faceIndex(bench.glyph[end]!) === face) end += 1
  return end
}

function glyphRun(tools: Tools, row: number, end: number, drawing: Drawing): GlyphRun {
  const { bench, cases } = tools
  for (let index = row; index < end; index++) tools.ids[index - row] = glyphOf(bench.glyph[index]!)
  const { color, rise, embolden, slant, underline, link } = drawing
  const drawn: GlyphRun = {
    face: cases.table.faceOf(bench.glyph[row]!).id,
    size: bench.size[row]!,
    from: bench.offset[row]!,
    to: bench.offset[end]!,
    glyphs: tools.ids.slice(0, end - row),
    at: tools.at.slice(row, end),
    color,
    rise,
    embolden,
    slant,
    underline,
  }
  return link === undefined ? drawn : { ...drawn, link }
}

function missingOn(tools: Tools, first: number, next: number): SetLine['missing'] {
  return tools.bench.missing
    .filter(({ index }) => index >= first && index < next)
    .map(({ index, code }) => ({
      x: tools.at[index]!,
      width: MISSING_WIDTH * tools.bench.size[index]!,
      size: tools.bench.size[index]!,
      code,
    }))
}

/** The face that is really asked for a run: bold 宋 and 仿宋 have a face of their own, the title face. */
function faceFor(tools: Tools, run: FlowRun, style: TextStyle): FaceRole {
  const bold = run.bold === true || style.bold
  return bold && (run.face === 'song' || run.face === 'fangsong') && tools.hasRole('title') ? 'title' : run.face
}

export function shapeRun(tools: Tools, run: FlowRun, style: TextStyle): ShapeRun {
  const shifted = run.position !== undefined
  return {
    from: run.from,
    to: run.to,
    lookup: tools.cases.table.lookup(faceFor(tools, run, style)),
    size: shifted ? style.size * INDEX.size : style.size,
    shifted,
    tabular: style.role === 'table-cell',
  }
}

function drawingOf(tools: Tools, run: FlowRun, style: TextStyle): Drawing {
  const bold = run.bold === true || style.bold
  const heavy = faceFor(tools, run, style)
  return {
    color: run.color ?? style.color,
    rise: run.position === undefined ? 0 : INDEX[run.position] * style.size,
    embolden: bold && heavy !== 'title' && heavy !== 'hei' ? EMBOLDEN * style.size : 0,
    slant: run.italic === true ? SLANT : 0,
    underline: run.underline === true,
    link: run.link,
  }
}
