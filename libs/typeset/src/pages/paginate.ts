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

interface Arrival {
  readonly cost: number
  readonly from: number
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

/** Pieces to divide over pages, and the best way known to each place a page may end. */
interface Division extends PageRoom, Pick<Segment, 'pieces' | 'opens'> {
  readonly arrivals: (Arrival | undefined)[]
}

/**
 * Divides pieces over pages so that the pages together look best: full, no widow over a page, headings with their text, notes with their marks.
 * Where nothing can be kept as asked the page is cut where it is full, and said so.
 */
export function paginate({ pieces, opens }: Pick<Segment, 'pieces' | 'opens'>, room: PageRoom): PagePlan[] {
  const arrivals: (Arrival | undefined)[] = Array.from({ length: pieces.length + 1 }, () => undefined)
  arrivals[0] = { cost: 0, from: -1, notes: [], carry: [], forced: false }
  const division: Division = { ...room, pieces, opens, arrivals }
  for (let from = 0; from < pieces.length; from++) {
    const start = arrivals[from]
    if (start === undefined) continue
    const reached = fillPage(division, from, start, false)
    if (!reached && !reachable(arrivals, from)) fillPage(division, from, start, true)
  }
  return tracePages(arrivals, pieces.length, room)
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
function reachable(arrivals: readonly (Arrival | undefined)[], from: number): boolean {
  for (let at = from + 1; at < arrivals.length; at++) if (arrivals[at] !== undefined) return true
  return false
}

/** A page is not left so many lines short by choice: ends farther from the foot are tried only where no nearer one can be had. House: nine squared is dearer than anything that is avoided. */
const FARTHEST = 9

/** Tries every end of a page that begins at `from`; forced, keeps are let go and the fullest page is taken. */
function fillPage(division: Division, from: number, start: Arrival, forced: boolean): boolean {
  const near = !forced && tryEnds(division, from, start, FARTHEST).reached
  if (near) return true
  const { reached, fullest } = tryEnds(division, from, start, Infinity)
  if (reached || !forced) return reached
  const { pieces, notes, arrivals } = division
  const to = Math.max(from + 1, fullest)
  const foot = fitNotes(wantedUpTo(pieces, from, to, start, notes), Infinity, notes)
  arrivals[to] = { cost: start.cost + 1e6, from, notes: foot?.placed ?? [], carry: [], forced: true }
  return true
}

/** Tries the ends that leave so many lines free at most; says whether one could be had, and how far the page can be filled at all. */
function tryEnds(division: Division, from: number, start: Arrival, farthest: number): { reached: boolean; fullest: number } {
  const { pieces, height, grid, notes, arrivals } = division
  const enough = height - farthest * grid
  let used = pieces[from]!.repeats
  let wanted = start.carry
  let reached = false
  let atHead = !isOpening(division.opens, from)
  for (let to = from + 1; to <= pieces.length; to++) {
    const piece = pieces[to - 1]!
    if (piece.item !== null) atHead = false
    if (!(atHead && piece.item === null)) used += piece.height
    if (piece.notes.length > 0) wanted = [...wanted, ...piece.notes.map((id) => ({ id, from: 0, to: notes.lines(id) }))]
    const last = to === pieces.length
    if (used < enough && !last && wanted.length === 0) continue
    const foot = wanted.length === 0 ? plainFoot(height - used) : fitNotes(wanted, height - used, notes)
    if (foot === null) return { reached, fullest: to - 1 }
    const turn = last ? 0 : pieces[to]!.cost
    if (turn === NEVER) continue
    const slack = Math.max(0, (height - used - foot.height) / grid)
    const own = last ? lastCost(used, grid, from) : shortCost(slack) + turn
    reached = true
    offer(arrivals, to, start.cost + own + foot.carried * CARRIED, from, foot)
  }
  return { reached, fullest: pieces.length }
}

function wantedUpTo(pieces: readonly Piece[], from: number, to: number, start: Arrival, notes: NoteHeights): NotePart[] {
  const own = pieces.slice(from, to).flatMap((piece) => piece.notes.map((id) => ({ id, from: 0, to: notes.lines(id) })))
  return [...start.carry, ...own]
}

/** What a page costs that ends so many lines short. House: rather one page two lines short than two pages a line; from three on the hole is seen. */
const shortCost = (lines: number): number => (lines < 0.1 ? 0 : lines < 2.1 ? 1 + lines : lines ** 2)

const lastCost = (used: Pt, grid: Pt, from: number): number => (from > 0 && used < LEAST_LAST * grid - TOLERANCE ? SHORT_LAST : 0)

/** Takes the cheaper way to a page's end; of two equal ones the later start, so that the pages before are the full ones. */
function offer(arrivals: (Arrival | undefined)[], to: number, cost: number, from: number, { placed, carry }: Foot): void {
  const known = arrivals[to]
  if (known === undefined || cost <= known.cost + TOLERANCE) arrivals[to] = { cost, from, notes: placed, carry, forced: false }
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

function tracePages(arrivals: readonly (Arrival | undefined)[], end: number, { height, notes }: PageRoom): PagePlan[] {
  const plans: PagePlan[] = []
  for (let at = end; at > 0; ) {
    const arrival = arrivals[at]
    if (arrival === undefined) throw new Error(`no page ends at piece ${at}`)
    plans.push({ from: arrival.from, to: at, notes: arrival.notes, forced: arrival.forced })
    at = arrival.from
  }
  plans.reverse()
  let carry: readonly NotePart[] = arrivals[end]?.carry ?? []
  while (carry.length > 0) {
    const foot = fitNotes(carry, height, notes)
    if (foot === null) throw new Error('a note does not fit an empty page')
    plans.push({ from: end, to: end, notes: foot.placed, forced: false })
    carry = foot.carry
  }
  return plans
}
