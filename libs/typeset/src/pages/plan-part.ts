import { NEVER } from '../chinese/prohibition.js'
import type { DraftBlock } from '../compose/draft.js'
import { harmonise } from '../harmonise/harmonise.js'
import type { BlockId, FlowBlock, Pt } from '../layout.js'
import type { PlannedSegment } from './number-pages.js'
import { type PagePlan, type PageRoom, paginate } from './paginate.js'
import type { Piece, Segment, SetText } from './pieces.js'
import { type StackTools, stackBlocks } from './stack.js'

/** Part of an issue stacked and divided over pages, sides and numbers still open. */
export interface PlannedPart {
  readonly flow: readonly FlowBlock[]
  readonly planned: readonly PlannedSegment[]
  readonly notes: ReadonlyMap<BlockId, SetText>
  /** Articles that may have other pages in Word. */
  readonly doubtful: readonly number[]
  /** What is free on the last page, in the PDF and in Word. */
  readonly free: Pt
}

/** Stacks blocks and divides each segment over pages, by themselves. */
export function planPart(at: StackTools, blocks: readonly DraftBlock[], noteLead: Pt): PlannedPart {
  const { segments, flow, notes } = stackBlocks(at, blocks)
  const room = roomOf(at, notes, noteLead)
  return { flow, planned: segments.map((segment) => ({ segment, plans: paginate(segment, room) })), notes, doubtful: [], free: 0 }
}

/** Stacks blocks and divides them over pages so that Word has the same. */
export function planInHarmony(at: StackTools, blocks: readonly DraftBlock[], noteLead: Pt): PlannedPart {
  const { segments, flow, notes } = stackBlocks(at, blocks)
  const room = roomOf(at, notes, noteLead)
  const noteLines = (id: BlockId): number[] => notes.get(id)?.word.map((starts) => starts.length) ?? []
  const { planned, tuned, doubtful, free } = harmonise({ sheet: at.sheet, room, noteLines }, segments)
  return { flow: tuned(flow), planned, notes, doubtful, free }
}

function roomOf({ sheet }: StackTools, notes: ReadonlyMap<BlockId, SetText>, lead: Pt): PageRoom {
  const { pitch, lines } = sheet.master
  const heights = { lines: (id: BlockId) => notes.get(id)?.lines.length ?? 0, pitch: sheet.styles.footnote?.pitch ?? pitch, lead }
  return { height: lines * pitch, grid: pitch, notes: heights }
}

/** Lines the 版记 stands higher in Word than at the very foot. House: a line more in the text above must not push it over to a page of its own. */
const COLOPHON_SPARE = 1

/** 版记 at the foot of the last page, on a new page where it has no room. Source: GB/T 9704-2012 7.4 (版记置于公文最后一面). */
export function withColophon(at: StackTools, body: PlannedPart, blocks: readonly DraftBlock[]): PlannedPart {
  if (blocks.length === 0) return body
  const { pitch, lines } = at.sheet.master
  const part = stackBlocks(at, blocks)
  const pieces = part.segments.flatMap((segment) => segment.pieces)
  const needs = heightOf(pieces)
  const last = body.planned[body.planned.length - 1]
  const plan = last?.plans[last.plans.length - 1]
  const free =
    last === undefined || plan === undefined ? -1 : lines * pitch - heightOf(last.segment.pieces.slice(plan.from, plan.to)) - needs
  const freeInWord = body.free - needs
  if (last === undefined || plan === undefined || plan.notes.length > 0 || Math.min(free, freeInWord) < 0) {
    const own = [blankOf(lines * pitch - needs), ...pieces]
    const segment: Segment = { startOn: 'page', section: blocks[0]!.section, opens: true, pieces: own, stacked: [], firsts: [] }
    const planned = [...body.planned, { segment, plans: [{ from: 0, to: own.length, notes: [], forced: false }] }]
    return { ...body, flow: [...body.flow, ...leaded(part.flow, lines - needs / pitch - COLOPHON_SPARE, 'page')], planned }
  }
  const joined = [...last.segment.pieces, blankOf(free), ...pieces]
  const plans: PagePlan[] = [...last.plans.slice(0, -1), { ...plan, to: joined.length }]
  const planned = [...body.planned.slice(0, -1), { segment: { ...last.segment, pieces: joined }, plans }]
  return { ...body, flow: [...body.flow, ...leaded(part.flow, freeInWord / pitch - COLOPHON_SPARE, 'none')], planned }
}

const heightOf = (pieces: readonly Piece[]): Pt => pieces.reduce((sum, piece) => sum + piece.height, 0)

const blankOf = (height: Pt): Piece => ({ height, cost: NEVER, item: null, notes: [], repeats: 0 })

/** The first block of the 版记 carries the blank lines above it, for a writer that flows. */
function leaded(flow: readonly FlowBlock[], lead: number, breakBefore: 'none' | 'page'): FlowBlock[] {
  return flow.map((block, index) => (index === 0 ? { ...block, lead: Math.max(0, lead), breakBefore } : block))
}
