import type { FigureBlock, Pt, RuleBlock, TextStyle } from '../layout.js'
import { type Twips, twips } from './measures.js'

/** Blank above and below a paragraph of the DOCX, and the height of its lines. */
export interface WordSpacing {
  readonly before: Twips
  readonly after: Twips
  readonly line: Twips
}

/** Below this a blank is a rounding. */
const NEGLIGIBLE: Pt = 0.05

/** What is wanting to a whole number of grid lines. */
const wanting = (height: Pt, pitch: Pt): Pt => {
  const rest = Math.ceil(height / pitch - 1e-9) * pitch - height
  return rest < NEGLIGIBLE ? 0 : rest
}

/** A text: the blank of its style, the lines of lead it asks for, and, where its lines leave the grid, what is wanting to the next whole line, half above and half below. */
export function textSpacing(style: TextStyle, lead: number, lines: number, pitch: Pt): WordSpacing {
  const half = wanting(lines * style.pitch, pitch) / 2
  return { before: twips(style.before + lead * pitch + half), after: twips(style.after + half), line: twips(style.pitch) }
}

/** A picture takes whole lines of the grid, its breath half above and half below. House: the line it stands in is a point higher than it, for the blank below a baseline. */
export function figureSpacing(block: FigureBlock, pitch: Pt): WordSpacing {
  const breath = wanting(block.height, pitch) / 2
  const line = twips(block.height + 1)
  return { before: twips(block.lead * pitch + breath), after: Math.max(0, twips(breath - 1)), line }
}

/** Height of a paragraph that holds no text: one point, the least Word takes. */
export const BARE_LINE: Twips = 20

/** A rule is a paragraph of one point with a border, which adds its weight. */
export function ruleSpacing(block: RuleBlock, pitch: Pt): WordSpacing {
  const line = BARE_LINE + twips(block.weight)
  return { before: twips(block.before + block.lead * pitch), after: Math.max(0, twips(block.after) - line), line }
}
