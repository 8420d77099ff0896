import type { Art, FurnitureLine, Line, Pt, TextStyle } from '../layout.js'
import type { SetLine } from '../lines/set-lines.js'

/** Where the baseline lies in the square of a Chinese character, from its top, in em. Source: the design box of CJK faces, 880 above and 120 below (OpenType `ideo`, `idtp`). */
export const BASELINE = 0.88

/** Baseline of a line whose box begins at `top`: the character square in the middle of the pitch. */
export const baselineIn = (style: TextStyle, top: Pt): Pt => top + (style.pitch - style.size) / 2 + BASELINE * style.size

/** What a page is made of while it is being filled. */
export interface PageParts {
  readonly lines: Line[]
  readonly furniture: FurnitureLine[]
  readonly art: Art[]
}

/** Puts a set line on the page. */
export function placeLine(parts: PageParts, block: string, line: SetLine, x: Pt, y: Pt): void {
  parts.lines.push({ block, from: line.from, to: line.to, x: x + line.x, y, runs: line.runs })
}
