import type { Pt, TextStyle } from '../layout.js'
import type { SetLine, Tools } from '../lines/set-lines.js'
import { setOnOneLine } from './furniture.js'
import { BASELINE, type PageParts } from './place.js'

/**
 * In em of the text: the size of U+XXXX in its frame, its baseline over that of the text, and the margin on both sides of the frame; in points, the frame's line.
 * House: six small figures fit a frame of 1.8 em, more are set smaller; they stand in the middle of its height.
 */
const CODE_SIZE = 0.4
const CODE_BASELINE = 0.24
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
    const set = setOnOneLine(tools, text, { ...style, size: size * CODE_SIZE, face: 'hei' }, box.width - 2 * MARGIN * size)
    if (set === undefined) continue
    parts.furniture.push({
      kind: 'missing-glyph',
      text,
      x: box.x + (box.width - set.width) / 2,
      y: y - CODE_BASELINE * size,
      runs: set.runs,
    })
  }
}
