import { NEVER } from '../chinese/prohibition.js'
import type { BlockId, Pt } from '../layout.js'
import type { Piece, Segment } from './pieces.js'

/** How notes stand at a page's foot: height of one, blank over the first with its rule. */
export interface NoteHeights {
  lines(id: BlockId): number
  readonly pitch: Pt
  readonly lead: Pt
}

/** One page of a segment: its pieces, and which lines of notes stand under them. */
export interface PagePlan {
  readonly from: number
  readonly to: number
  readonly notes: readonly NotePart[]
  /** Set when nothing could be kept as asked: a piece higher than the page, or a keep let go. */
  readonly forced: boolean
}

export interface NotePart {
  readonly id: BlockId
  readonly from: number
  readonly to: number
}

/** Last page of a segment with fewer lines than these looks like a leftover. Source: typography checklist 14. */
const LEAST_LAST = 3
const SHORT_LAST = 30

/** A note carried over to the next page, per line. House: worse than a page some lines short. */
const CARRIED = 6

const TOLERANCE = 1e-6

/** What only few page ends have: notes under the page, lines of them carried over, or a cut that was forced. */
interface Extra {
  readonly notes: readonly NotePart[]
  readonly carry: readonly NotePart[]
  readonly forced: boolean
}

/** What a page holds: its height, the grid its blanks are counted in, how notes stand at its foot. */
export interface PageRoom {
  readonly height: Pt
  readonly grid: Pt
  readonly notes: NoteHeights
}

/** Pieces to divide over pages, and the best way known to each place a page may end: what it costs (Infinity: none is known), where its last page begins. */
interface Division extends PageRoom, Pick<Segment, 'pieces' | 'opens'> {
  /** Height of all pieces before each. */
  readonly heights: Float64Array
  /** Whether any piece has a note. */
  readonly noted: boolean
  readonly costs: Float64Array
  readonly froms: Int32Array
  readonly extras: Map<number, Extra>
}

/**
 * Divides pieces over pages so that the pages together look best: full, no widow over a page, headings with their text, notes with their marks.
 * Where nothing can be kept as asked the page is cut where it is full, and said so.
 */
export function paginate({ pieces, opens }: Pick<Segment, 'pieces' | 'opens'>, room: PageRoom): PagePlan[] {
  const division = divisionOf(pieces, opens, room)
  const { costs } = division
  costs[0] = 0
  for (let from = 0; from < pieces.length; from++) {
    if (costs[from] === Infinity) continue
    const reached = fillPage(division, from, false)
    if (!reached && !reachable(costs, from)) fillPage(division, from, true)
  }
  return tracePages(division, pieces.length)
}

function divisionOf(pieces: readonly Piece[], opens: boolean, room: PageRoom): Division {
  const heights = new Float64Array(pieces.length + 1)
  let noted = false
  for (let index = 0; index < pieces.length; index++) {
    const { height, notes } = pieces[index]!
    heights[index + 1] = heights[index]! + height
    if (notes.length > 0) noted = true
  }
  const costs = new Float64Array(pieces.length + 1).fill(Infinity)
  const { height, grid, notes } = room
  return { height, grid, notes, pieces, opens, heights, noted, costs, froms: new Int32Array(pieces.length + 1), extras: new Map() }
}

/** Height a planned page takes, its notes included. */
export function usedBy({ pieces, opens }: Pick<Segment, 'pieces' | 'opens'>, plan: PagePlan, notes: NoteHeights): Pt {
  let used = pieces[plan.from]?.repeats ?? 0
  let atHead = !isOpening(opens, plan.from)
  for (let index = plan.from; index < plan.to; index++) {
    const piece = pieces[index]!
    if (piece.item !== null) atHead = false
    if (!(atHead && piece.item === null)) used += piece.height
  }
  const lines = plan.notes.reduce((sum, part) => sum + part.to - part.from, 0)
  return used + (lines === 0 ? 0 : notes.lead + lines * notes.pitch)
}

/** Whether a blank stands at the head of the page that begins with a piece: only where a section opens. Source: what Word does with the space above a paragraph. */
export const isOpening = (opens: boolean, from: number): boolean => opens && from === 0

/** Whether any later page start has been reached yet. */
function reachable(costs: Float64Array, from: number): boolean {
  for (let at = from + 1; at < costs.length; at++) if (costs[at] !== Infinity) return true
  return false
}

/** A page is not left so many lines short by choice: ends farther from the foot are tried only where no nearer one can be had. House: nine squared is dearer than anything that is avoided. */
const FARTHEST = 9

/** Tries every end of a page that begins at `from`; forced, keeps are let go and the fullest page is taken. */
function fillPage(division: Division, from: number, forced: boolean): boolean {
  const near = !forced && tryEnds(division, from, FARTHEST).reached
  if (near) return true
  const { reached, fullest } = tryEnds(division, from, Infinity)
  if (reached || !forced) return reached
  const { pieces, notes, costs, froms, extras } = division
  const to = Math.max(from + 1, fullest)
  const foot = fitNotes(wantedUpTo(pieces, from, to, carryTo(division, from), notes), Infinity, notes)
  costs[to] = costs[from]! + 1e6
  froms[to] = from
  extras.set(to, { notes: foot?.placed ?? [], carry: [], forced: true })
  return true
}

const NOTHING_CARRIED: readonly NotePart[] = []

const carryTo = ({ extras }: Division, from: number): readonly NotePart[] => extras.get(from)?.carry ?? NOTHING_CARRIED

/** Tries the ends that leave so many lines free at most; says whether one could be had, and how far the page can be filled at all. */
function tryEnds(division: Division, from: number, farthest: number): { reached: boolean; fullest: number } {
  const { pieces, heights, height, grid, notes, opens, costs } = division
  const head = isOpening(opens, from) ? from : firstPrinted(pieces, from)
  const base = heights[head]! - pieces[from]!.repeats
  const enough = height - farthest * grid - TOLERANCE
  let wanted = carryTo(division, from)
  let reached = false
  const plain = !division.noted && wanted.length === 0
  for (let to = plain ? firstEnd(heights, base + enough, from + 1) : from + 1; to <= pieces.length; to++) {
    const used = to > head ? heights[to]! - base : pieces[from]!.repeats
    if (!plain) wanted = withNotes(wanted, pieces[to - 1]!, notes)
    const last = to === pieces.length
    if (used < enough && !last && wanted.length === 0) continue
    const foot = wanted.length === 0 ? plainFoot(height - used) : fitNotes(wanted, height - used, notes)
    if (foot === null) return { reached, fullest: to - 1 }
    const turn = last ? 0 : pieces[to]!.cost
    if (turn === NEVER) continue
    const slack = Math.max(0, (height - used - foot.height) / grid)
    const own = last ? lastCost(used, grid, from) : shortCost(slack) + turn
    reached = true
    offer(division, to, costs[from]! + own + foot.carried * CARRIED, from, foot)
  }
  return { reached, fullest: pieces.length }
}

/** The first piece from one on that is no blank: blanks vanish at a page's head. */
function firstPrinted(pieces: readonly Piece[], from: number): number {
  let head = from
  while (head < pieces.length && pieces[head]!.item === null) head += 1
  return head
}

/** The first end of a page, from one on, up to which the pieces are so high; the last where none is. */
function firstEnd(heights: Float64Array, least: Pt, from: number): number {
  let low = from
  let high = heights.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (heights[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

const withNotes = (wanted: readonly NotePart[], piece: Piece, notes: NoteHeights): readonly NotePart[] =>
  piece.notes.length === 0 ? wanted : [...wanted, ...piece.notes.map((id) => ({ id, from: 0, to: notes.lines(id) }))]

function wantedUpTo(pieces: readonly Piece[], from: number, to: number, carry: readonly NotePart[], notes: NoteHeights): NotePart[] {
  const own = pieces.slice(from, to).flatMap((piece) => piece.notes.map((id) => ({ id, from: 0, to: notes.lines(id) })))
  return [...carry, ...own]
}

/** What a page costs that ends so many lines short. House: rather one page two lines short than two pages a line; from three on the hole is seen. */
const shortCost = (lines: number): number => (lines < 0.1 ? 0 : lines < 2.1 ? 1 + lines : lines ** 2)

const lastCost = (used: Pt, grid: Pt, from: number): number => (from > 0 && used < LEAST_LAST * grid - TOLERANCE ? SHORT_LAST : 0)

/** Takes the cheaper way to a page's end; of two equal ones the later start, so that the pages before are the full ones. */
function offer({ costs, froms, extras }: Division, to: number, cost: number, from: number, { placed, carry }: Foot): void {
  if (cost > costs[to]! + TOLERANCE) return
  costs[to] = cost
  froms[to] = from
  if (placed.length + carry.length > 0) extras.set(to, { notes: placed, carry, forced: false })
  else extras.delete(to)
}

interface Foot {
  readonly height: Pt
  readonly placed: NotePart[]
  readonly carry: NotePart[]
  readonly carried: number
}

const NO_NOTES: Foot = { height: 0, placed: [], carry: [], carried: 0 }

const plainFoot = (room: Pt): Foot | null => (room < -TOLERANCE ? null : NO_NOTES)

/** Notes into the room under the text: all of them, or the last in part with the rest carried over; null when not even their beginnings fit. */
function fitNotes(wanted: readonly NotePart[], room: Pt, notes: NoteHeights): Foot | null {
  if (wanted.length === 0) return plainFoot(room)
  const all = wanted.reduce((sum, part) => sum + part.to - part.from, 0)
  const fits = Math.min(all, Math.floor((room - notes.lead + TOLERANCE) / notes.pitch))
  const last = wanted[wanted.length - 1]!
  const beforeLast = all - (last.to - last.from)
  if (fits < Math.min(all, beforeLast + 1)) return null
  const placed: NotePart[] = []
  const carry: NotePart[] = []
  let left = fits
  for (const part of wanted) {
    const takes = Math.min(left, part.to - part.from)
    if (takes > 0) placed.push({ ...part, to: part.from + takes })
    if (takes < part.to - part.from) carry.push({ ...part, from: part.from + takes })
    left -= takes
  }
  return { height: notes.lead + fits * notes.pitch, placed, carry, carried: all - fits }
}

function tracePages({ costs, froms, extras, height, notes }: Division, end: number): PagePlan[] {
  const plans: PagePlan[] = []
  for (let at = end; at > 0; ) {
    if (costs[at] === Infinity) throw new Error(`no page ends at piece ${at}`)
    const extra = extras.get(at)
    plans.push({ from: froms[at]!, to: at, notes: extra?.notes ?? NO_NOTES.placed, forced: extra?.forced ?? false })
    at = froms[at]!
  }
  plans.reverse()
  let carry = extras.get(end)?.carry ?? NOTHING_CARRIED
  while (carry.length > 0) {
    const foot = fitNotes(carry, height, notes)
    if (foot === null) throw new Error('a note does not fit an empty page')
    plans.push({ from: end, to: end, notes: foot.placed, forced: false })
    carry = foot.carry
  }
  return plans
}
