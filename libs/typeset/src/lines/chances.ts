import { DIGIT, LATIN_CLOSING, LETTER, SIGN, SOLIDUS, SPACE, SUFFIX } from '../chinese/classes.js'
import { NEVER } from '../chinese/prohibition.js'
import type { Pt } from '../layout.js'
import type { Bench } from '../shape/bench.js'

/** Cost of parting an address at one of its joints. House: far dearer than any loose line that can still be set, cheaper than a hole. */
const ADDRESS_JOINT = 8

/** Cost of parting what has no joint at all, so that nothing is ever lost or runs off the page. */
const ANYWHERE = 1000

/** From how many characters on a run with joints is taken for an address. House: shorter ones fit a line without harm. */
const ADDRESS_LENGTH = 12

/**
 * The places where a line may begin: rows on the bench in order, with the cost of each and the last printed character before it.
 * The first is the paragraph's start, the last its end. A line from one chance to another is as wide as `endWidth` less `startWidth`, and so for what
 * its blanks can give, what they can grow by, and its joints: what vanishes at a line's edges is already left out.
 * Source: CLREQ #h-compression_of_punctuation_marks_at_line_start, and 5.1.10 of GB/T 15834-2011 for the line's end.
 */
export interface Chances {
  count: number
  row: Int32Array
  cost: Float64Array
  /** Row of the last character before the chance that is no blank. */
  last: Int32Array
  startWidth: Float64Array
  endWidth: Float64Array
  startSpare: Float64Array
  endSpare: Float64Array
  startReach: Float64Array
  endReach: Float64Array
  startLoose: Int32Array
  endLoose: Int32Array
}

const FIRST_SIZE = 4096

export const createChances = (): Chances => chancesOf(FIRST_SIZE)

function chancesOf(size: number): Chances {
  const floats = (): Float64Array => new Float64Array(size)
  const integers = (): Int32Array => new Int32Array(size)
  return {
    count: 0,
    row: integers(),
    cost: floats(),
    last: integers(),
    startWidth: floats(),
    endWidth: floats(),
    startSpare: floats(),
    endSpare: floats(),
    startReach: floats(),
    endReach: floats(),
    startLoose: integers(),
    endLoose: integers(),
  }
}

/** Collects the chances of the paragraph on the bench; an address, and a run wider than `measure`, gets chances inside. */
export function findChances(bench: Bench, measure: Pt, into: Chances): void {
  if (bench.addresses && openAddresses(bench)) countJoints(bench)
  if (into.row.length < bench.count + 1) Object.assign(into, chancesOf(bench.count * 2))
  if (!collect(bench, measure, into)) return
  openTooWide(bench, measure)
  countJoints(bench)
  collect(bench, measure, into)
}

/** Notes every chance; answers whether some run between two of them is wider than the measure. */
function collect(bench: Bench, measure: Pt, into: Chances): boolean {
  let count = 0
  let last = 0
  let tooWide = false
  for (let row = 0; row <= bench.count; row++) {
    const cost = row === 0 || row === bench.count ? 0 : bench.cost[row]!
    if (cost !== NEVER) {
      into.row[count] = row
      into.cost[count] = cost
      into.last[count] = last
      weigh(bench, into, count, row, last)
      if (count > 0 && bench.sumWidth[row]! - bench.sumWidth[into.row[count - 1]!]! > measure) tooWide = true
      count += 1
    }
    if (row < bench.count && bench.kind[row] !== SPACE) last = row
  }
  into.count = count
  return tooWide
}

/** The sums a line takes that begins, or ends, at a chance. */
function weigh(bench: Bench, into: Chances, index: number, row: number, last: number): void {
  const head = row > 0 && row < bench.count ? bench.head[row]! : 0
  into.startWidth[index] = bench.sumWidth[row]! + head
  into.startSpare[index] = bench.sumSpare[row]! + (head > 0 ? bench.spare[row]! : 0)
  into.startReach[index] = bench.sumReach[row]! + (head > 0 ? bench.reach[row]! : 0)
  into.startLoose[index] = bench.sumLoose[row]!
  const tail = bench.tail[last]!
  into.endWidth[index] = bench.sumWidth[last + 1]! - tail
  into.endSpare[index] = bench.sumSpare[last + 1]! - (tail > 0 ? bench.spare[last]! : 0)
  into.endReach[index] = bench.sumReach[last + 1]!
  into.endLoose[index] = bench.sumLoose[last]!
}

const joints: ReadonlySet<number> = new Set([SOLIDUS, LATIN_CLOSING, SIGN, SUFFIX])
const wordly: ReadonlySet<number> = new Set([LETTER, DIGIT, SIGN, SOLIDUS, LATIN_CLOSING, SUFFIX])

/**
 * Addresses may be parted after / . - _ ? & = and opened by tracking like Han, so that their lines are flush too. Source: typography.md §2.2 (a).
 * House: CLREQ knows no tracking inside Western words, but an address is read sign by sign.
 */
function openAddresses(bench: Bench): boolean {
  let opened = false
  for (let from = 0; from < bench.count; ) {
    let to = from
    while (to < bench.count && wordly.has(bench.kind[to]!)) to += 1
    if (to - from >= ADDRESS_LENGTH && hasSolidus(bench, from, to)) {
      openAddress(bench, from, to)
      opened = true
    }
    from = to + 1
  }
  return opened
}

function openAddress(bench: Bench, from: number, to: number): void {
  for (let row = from + 1; row < to; row++) {
    bench.loose[row - 1] = 1
    const opens = joints.has(bench.kind[row - 1]!) && !joints.has(bench.kind[row]!)
    if (opens && bench.cost[row] === NEVER) bench.cost[row] = ADDRESS_JOINT
  }
}

function countJoints(bench: Bench): void {
  for (let row = 0; row < bench.count; row++) bench.sumLoose[row + 1] = bench.sumLoose[row]! + bench.loose[row]!
}

function hasSolidus(bench: Bench, from: number, to: number): boolean {
  for (let row = from; row < to; row++) if (bench.kind[row] === SOLIDUS || bench.code[row] === 0x40) return true
  return false
}

/** What is wider than a line must be parted anywhere. */
function openTooWide(bench: Bench, measure: Pt): void {
  let from = 0
  for (let row = 1; row <= bench.count; row++) {
    if (row < bench.count && bench.cost[row] === NEVER) continue
    if (bench.sumWidth[row]! - bench.sumWidth[from]! > measure) openRun(bench, from, row)
    from = row
  }
}

function openRun(bench: Bench, from: number, to: number): void {
  for (let row = from + 1; row < to; row++) {
    if (bench.cost[row] === NEVER) bench.cost[row] = ANYWHERE
    bench.loose[row - 1] = 1
  }
}
