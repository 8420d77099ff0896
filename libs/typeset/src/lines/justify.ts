import { OPENING, SPACE } from '../chinese/classes.js'
import { GAP, LAST_TURN, WORD_SPACE } from '../chinese/turns.js'
import type { Pt } from '../layout.js'
import type { Bench } from '../shape/bench.js'

/** One line on the bench: its rows, the row after its last printed character, and what lies over or is wanting. */
export interface Stretch {
  readonly first: number
  readonly end: number
  readonly next: number
  /** Width to reach, or null for the natural width. */
  readonly width: Pt | null
}

/** How a line was set: its width and the tracking it needed, pt. */
export interface SetWidth {
  readonly width: Pt
  readonly tracking: Pt
}

const TOLERANCE = 1e-6
const given = new Float64Array(LAST_TURN + 1)
const grown = new Float64Array(LAST_TURN + 1)

/**
 * Gives every glyph of a line its place, from the line's left edge, in `at`. Blanks give way turn by turn, all of one turn alike; then blanks and gaps grow; then every joint opens alike.
 * Source: CLREQ #procedures_for_inter-character_spacing_reduction, #procedures_for_inter-character_space_expansion.
 */
export function placeGlyphs(bench: Bench, line: Stretch, natural: Pt, at: number[]): SetWidth {
  given.fill(0)
  grown.fill(0)
  const slack = line.width === null ? 0 : line.width - natural
  let tracking = 0
  if (slack < -TOLERANCE) shareShrink(bench, line, -slack)
  else if (slack > TOLERANCE) tracking = shareGrowth(bench, line, slack)
  return { width: walk(bench, line, tracking, at), tracking }
}

const trimsHead = (bench: Bench, line: Stretch, row: number): boolean => row === line.first && row > 0 && bench.head[row]! > 0
const trimsTail = (bench: Bench, line: Stretch, row: number): boolean => row === line.end - 1 && bench.tail[row]! > 0

/** Width of a line before anything gives way or grows. */
export function naturalWidth(bench: Bench, line: Stretch): Pt {
  if (line.end <= line.first) return 0
  const head = line.first > 0 ? bench.head[line.first]! : 0
  return bench.sumWidth[line.end]! - bench.sumWidth[line.first]! - head - bench.tail[line.end - 1]!
}

/** Share of each turn's blanks that goes: whole turns first, the last one in part. */
function shareShrink(bench: Bench, line: Stretch, need: Pt): void {
  for (let row = line.first; row < line.end; row++) {
    if (bench.spare[row]! > 0 && !trimsHead(bench, line, row) && !trimsTail(bench, line, row)) given[bench.turn[row]!]! += bench.spare[row]!
  }
  let left = need
  for (let turn = 1; turn <= LAST_TURN; turn++) {
    const has = given[turn]!
    const takes = Math.min(has, left)
    given[turn] = has === 0 ? 0 : takes / has
    left -= takes
  }
}

/** Share of what blanks, then gaps may grow by; what is still wanting goes to the joints. Returns the tracking. */
function shareGrowth(bench: Bench, line: Stretch, slack: Pt): Pt {
  for (let row = line.first; row < line.end; row++) {
    if (bench.reach[row]! > 0 && !trimsHead(bench, line, row)) grown[bench.turn[row]!]! += bench.reach[row]!
  }
  let left = slack
  for (const turn of [WORD_SPACE, GAP]) {
    const has = grown[turn]!
    const takes = Math.min(has, left)
    grown[turn] = has === 0 ? 0 : takes / has
    left -= takes
  }
  const joints = bench.sumLoose[line.end - 1]! - bench.sumLoose[line.first]!
  if (left > TOLERANCE && joints === 0) return overgrow(bench, line, slack)
  return left > TOLERANCE ? left / joints : 0
}

/** A line with nothing but words: their blanks grow beyond the rule, for the edge must be flush. */
function overgrow(bench: Bench, line: Stretch, slack: Pt): Pt {
  let reach = 0
  for (let row = line.first; row < line.end; row++) if (!trimsHead(bench, line, row)) reach += bench.reach[row]!
  if (reach > 0) grown.fill(slack / reach)
  return 0
}

function walk(bench: Bench, line: Stretch, tracking: Pt, at: number[]): Pt {
  const { width, shift, head, tail, spare, reach, turn, kind, loose } = bench
  let x = 0
  for (let row = line.first; row < line.end; row++) {
    let advance = width[row]!
    let origin = shift[row]!
    if (trimsHead(bench, line, row)) {
      advance -= head[row]!
      origin -= head[row]!
    } else if (turn[row] !== 0) {
      const gives = trimsTail(bench, line, row) ? 0 : spare[row]! * given[turn[row]!]!
      const change = reach[row]! * grown[turn[row]!]! - gives
      advance += change
      if (turn[row] === GAP ? kind[row] !== SPACE : kind[row] === OPENING) origin += change
    }
    if (row === line.end - 1) advance -= tail[row]!
    at[row] = x + origin
    x += advance + (row < line.end - 1 && loose[row] === 1 ? tracking : 0)
  }
  for (let row = line.end; row < line.next; row++) at[row] = x
  return x
}
