import { DASH, HAN, isHan, isMark, isWestern, MIDDLE_DOT, NOTHING, OPENING, SPACE, STOP } from '../chinese/classes.js'
import { isTight, squeezeOf, TAKE_FROM_FIRST, TAKE_FROM_SECOND } from '../chinese/joints.js'
import { breakCost, NEVER } from '../chinese/prohibition.js'
import { FIXED, GAP, HAN_SPACE, WESTERN_GAP, WESTERN_SPACE, WORD_SPACE } from '../chinese/turns.js'
import type { Pt } from '../layout.js'
import type { Bench, ShapeRun } from './bench.js'
import type { GlyphTable } from './glyph-table.js'

const TYPED_BLANK = 0x20

/** How far the halves of a 破折号 run into each other, in em. House: half a hundredth hides the seam at any size. */
const DASH_OVERLAP = 0.005

/** What happens where a character meets the one before it: squeeze, gap, joint, cost of a break. */
export function meet(bench: Bench, index: number, em: Pt, runs: readonly ShapeRun[], table: GlyphTable): void {
  const kind = bench.kind[index]!
  if (kind === SPACE && bench.code[index] === TYPED_BLANK) setBlank(bench, index, em)
  if (index === 0) {
    bench.cost[0] = 0
    if (kind === MIDDLE_DOT) setBullet(bench)
    return
  }
  const first = neighbour(bench, index)
  if (kind !== HAN || first !== HAN) marksMeet(bench, index, first, kind, table)
  const raised = bench.run[index] !== bench.run[index - 1] && (runs[bench.run[index]!]!.shifted || runs[bench.run[index - 1]!]!.shifted)
  if (raised) raise(bench, index, runs)
  else {
    if (standsOff(bench, index, first, kind)) openGap(bench, index, em)
    bench.cost[index] = breakCost(first, kind)
    bench.loose[index - 1] = isTight(first, kind) ? 0 : 1
  }
}

/** A dot that opens a paragraph is a bullet, in the middle of a whole square. House. */
function setBullet(bench: Bench): void {
  const size = bench.size[0]!
  bench.shift[0] = bench.shift[0]! + (size - bench.width[0]!) / 2
  bench.width[0] = size
}

/** The class before, over marks that are drawn on their neighbour. */
function neighbour(bench: Bench, index: number): number {
  let at = index - 1
  while (at > 0 && bench.kind[at] === NOTHING) at -= 1
  return bench.kind[at]!
}

/** A note mark or an index clings to what it follows; what follows it may begin a line. */
function raise(bench: Bench, index: number, runs: readonly ShapeRun[]): void {
  const begins = runs[bench.run[index]!]!.shifted
  bench.cost[index] = begins ? NEVER : breakCost(HAN, bench.kind[index]!)
  bench.loose[index - 1] = begins ? 0 : 1
}

function marksMeet(bench: Bench, index: number, first: number, kind: number, table: GlyphTable): void {
  const squeeze = squeezeOf(first, kind)
  if (squeeze === TAKE_FROM_FIRST) trimTail(bench, index - 1)
  else if (squeeze === TAKE_FROM_SECOND) trimHead(bench, index)
  if (first === STOP && kind === STOP) stopsMeet(bench, index)
  if (first === DASH && kind === DASH) joinDashes(bench, index, table)
  if (first === SPACE && kind === OPENING) closeUp(bench, index - 1)
  if (kind === SPACE && isMark(first) && first !== OPENING) closeUp(bench, index)
}

function trimTail(bench: Bench, index: number): void {
  bench.width[index] = bench.width[index]! - bench.tail[index]!
  bench.tail[index] = 0
  bench.spare[index] = 0
}

function trimHead(bench: Bench, index: number): void {
  bench.width[index] = bench.width[index]! - bench.head[index]!
  bench.shift[index] = bench.shift[index]! - bench.head[index]!
  bench.head[index] = 0
  bench.spare[index] = 0
}

/** ？！ together take one square, three such marks two. Source: GB/T 15834-2011 5.1.2. */
function stopsMeet(bench: Bench, index: number): void {
  const alone = bench.kind[index + 1] !== STOP || index + 1 >= bench.count
  if (alone && (index < 2 || bench.kind[index - 2] !== STOP)) trimTail(bench, index)
}

/** The two halves of a 破折号 touch in the middle of their two squares. Source: GB/T 15834-2011 5.1.4: one line, unbroken. */
function joinDashes(bench: Bench, index: number, table: GlyphTable): void {
  let ordinal = 0
  for (let at = index; at > 0 && bench.kind[at - 1] === DASH; at--) ordinal += 1
  if (ordinal % 2 === 0) return
  const first = index - 1
  const size = bench.size[index]!
  bench.shift[first] = bench.width[first]! - (table.ink(bench.glyph[first]!)[1] - DASH_OVERLAP) * bench.size[first]!
  bench.shift[index] = -(table.ink(bench.glyph[index]!)[0] + DASH_OVERLAP) * size
}

/** A typed blank beside the blank half of a mark is not set twice. */
function closeUp(bench: Bench, index: number): void {
  if (bench.code[index] !== TYPED_BLANK) return
  bench.width[index] = 0
  bench.spare[index] = 0
  bench.reach[index] = 0
  bench.turn[index] = FIXED
}

/** A typed blank is as wide as its neighbours ask: between words, between Han, or where Han meets a word. */
function setBlank(bench: Bench, index: number, em: Pt): void {
  const first = index === 0 ? HAN : bench.kind[index - 1]!
  const second = index + 1 < bench.count ? bench.kind[index + 1]! : HAN
  const han = (first === HAN ? 1 : 0) + (second === HAN ? 1 : 0)
  const rule = han === 2 ? HAN_SPACE : han === 1 ? WESTERN_GAP : WESTERN_SPACE
  bench.width[index] = rule.natural * em
  bench.spare[index] = (rule.natural - rule.least) * em
  bench.reach[index] = (rule.most - rule.natural) * em
  bench.turn[index] = han === 1 ? GAP : WORD_SPACE
}

/** Whether a gap parts Han from a Western word or number. Source: CLREQ #handling_western_text_in_chinese_text_using_proportional_western_fonts. */
function standsOff(bench: Bench, index: number, first: number, kind: number): boolean {
  if (first === HAN && isWestern(kind)) return isHan(bench.code[index - 1]!)
  return kind === HAN && isWestern(first) && isHan(bench.code[index]!)
}

function openGap(bench: Bench, index: number, em: Pt): void {
  const gap = WESTERN_GAP.natural * em
  bench.width[index] = bench.width[index]! + gap
  bench.shift[index] = bench.shift[index]! + gap
  bench.head[index] = gap
  bench.spare[index] = (WESTERN_GAP.natural - WESTERN_GAP.least) * em
  bench.reach[index] = (WESTERN_GAP.most - WESTERN_GAP.natural) * em
  bench.turn[index] = GAP
}
