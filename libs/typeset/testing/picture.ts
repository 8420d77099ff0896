import type { FlowRun, GlyphRun, TextStyle } from '../src/layout.js'
import { type Breaking, createTools, type SetLine, setLines } from '../src/lines/set-lines.js'
import { createGlyphTable } from '../src/shape/glyph-table.js'
import { tinyFaces } from './tiny-faces.js'

/** Size of the pictures: one em is 16 pt, so a quarter is 4. */
const SIZE = 16
const QUARTER = 0.25

const faces = tinyFaces('hei', 'kai', 'title')
const tools = createTools(createGlyphTable(faces), faces.has)

const STYLE: TextStyle = {
  name: 'paragraph',
  title: '正文',
  role: 'paragraph',
  face: 'song',
  bold: false,
  color: 'black',
  size: SIZE,
  pitch: 29,
  align: 'justify',
  firstIndent: 0,
  left: 0,
  right: 0,
  before: 0,
  after: 0,
  keepNext: false,
  keepTogether: false,
  outline: 0,
}

export interface PictureOptions {
  readonly indent?: number
  readonly breaking?: Breaking
  readonly align?: TextStyle['align']
  readonly runs?: readonly FlowRun[]
}

/** Sets a text in lines of `ems` characters with the faces of round numbers. */
export function setPicture(text: string, ems: number, options: PictureOptions = {}): SetLine[] {
  const runs = options.runs ?? [{ from: 0, to: text.length, face: 'song' }]
  const style = { ...STYLE, align: options.align ?? STYLE.align, firstIndent: options.indent ?? 0 }
  return setLines(tools, { block: { text, runs }, style, width: ems * SIZE, breaking: options.breaking ?? 'justify' })
}

/**
 * Lines as a compositor sees them: `·` is a quarter of a character left blank between two printed shapes, `{0.04}` any other blank.
 * 他说：··“你好。” means: a half blank between ： and “, none between 。 and ”.
 */
export function picture(text: string, ems: number, options: PictureOptions = {}): string[] {
  return setPicture(text, ems, options).map((line) => drawLine(text, line))
}

function drawLine(text: string, line: SetLine): string {
  let edge = 0
  let drawn = ''
  for (const run of line.runs) {
    const chars = Array.from(text.slice(run.from, run.to))
    chars.forEach((char, index) => {
      const [left, right] = faces.byId(run.face).ink(run.glyphs[index]!)
      if (char === ' ') return
      drawn += blank(run.at[index]! / SIZE + (left / 1000) * scale(run) - edge) + char
      edge = run.at[index]! / SIZE + (right / 1000) * scale(run)
    })
  }
  return drawn
}

const scale = (run: GlyphRun): number => run.size / SIZE

function blank(ems: number): string {
  const quarters = ems / QUARTER
  const whole = Math.round(quarters)
  if (Math.abs(quarters - whole) < 0.02) return whole < 0 ? `{${whole / 4}}` : '·'.repeat(whole)
  return `{${ems.toFixed(2)}}`
}

/** Width each line is set to, in em. */
export const widths = (lines: readonly SetLine[]): number[] => lines.map((line) => Number((line.width / SIZE).toFixed(3)))

/** The words of each line. */
export const words = (text: string, lines: readonly SetLine[]): string[] => lines.map((line) => text.slice(line.from, line.to))
