import type { Pt, TextStyle } from '../layout.js'
import { jobOf, type SetLine, setLines, type Tools, UNBOUNDED } from '../lines/set-lines.js'
import { BASELINE, type PageParts } from './place.js'

/** Size of U+XXXX in its frame, in em of the text; the frame's margin and line. House: seven small figures fit the frame. */
const CODE_SIZE = 0.4
const MARGIN = 0.06
const FRAME_LINE: Pt = 0.5

/** Frames with U+XXXX for the characters of a line that no face has. */
export function placeFrames(tools: Tools, parts: PageParts, line: SetLine, style: TextStyle, x: Pt, y: Pt): void {
  for (const { x: offset, width, size, code } of line.missing) {
    const left = x + line.x + offset
    const box = {
      x: left + MARGIN * size,
      y: y - BASELINE * size + MARGIN * size,
      width: width - 2 * MARGIN * size,
      height: size * (1 - 2 * MARGIN),
    }
    parts.art.push({ kind: 'box', ...box, weight: FRAME_LINE, color: 'black' })
    const text = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    const small: TextStyle = { ...style, size: size * CODE_SIZE, firstIndent: 0, left: 0, right: 0, align: 'left' }
    const block = { text, runs: [{ from: 0, to: text.length, face: 'hei' as const }] }
    const set = setLines(tools, jobOf(block, small, UNBOUNDED, 'fill'))[0]
    if (set === undefined) continue
    parts.furniture.push({ kind: 'missing-glyph', text, x: box.x + (box.width - set.width) / 2, y: y - 0.24 * size, runs: set.runs })
  }
}
