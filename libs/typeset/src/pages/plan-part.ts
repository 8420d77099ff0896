import { NEVER } from '../chinese/prohibition.js'
import type { DraftBlock } from '../compose/draft.js'
import type { BlockId, FlowBlock, Pt } from '../layout.js'
import type { PlannedSegment } from './number-pages.js'
import { type NoteHeights, type PagePlan, paginate } from './paginate.js'
import type { Piece, SetText } from './pieces.js'
import { type StackTools, stackBlocks } from './stack.js'

/** Part of an issue stacked and divided over pages, sides and numbers still open. */
export interface PlannedPart {
  readonly flow: readonly FlowBlock[]
  readonly planned: readonly PlannedSegment[]
  readonly notes: ReadonlyMap<BlockId, SetText>
}

/** Stacks blocks and divides each segment over pages. */
export function planPart(at: StackTools, blocks: readonly DraftBlock[], noteLead: Pt): PlannedPart {
  const { segments, flow, notes } = stackBlocks(at, blocks)
  const { pitch, lines } = at.sheet.master
  const heights: NoteHeights = {
    lines: (id) => notes.get(id)?.lines.length ?? 0,
    pitch: at.sheet.styles.footnote?.pitch ?? pitch,
    lead: noteLead,
  }
  const planned = segments.map((segment) => ({ segment, plans: paginate(segment.pieces, lines * pitch, pitch, heights) }))
  return { flow, planned, notes }
}

/** 版记 at the foot of the last page, on a new page where it has no room. Source: GB/T 9704-2012 7.4 (版记置于公文最后一面). */
export function withColophon(at: StackTools, body: PlannedPart, blocks: readonly DraftBlock[]): PlannedPart {
  if (blocks.length === 0) return body
  const { pitch, lines } = at.sheet.master
  const part = stackBlocks(at, blocks)
  const pieces = part.segments.flatMap((segment) => segment.pieces)
  const needs = heightOf(pieces)
  const last = body.planned[body.planned.length - 1]
  const plan = last?.plans[last.plans.length - 1]
  const used =
    last === undefined || plan === undefined || plan.notes.length > 0 ? Infinity : heightOf(last.segment.pieces.slice(plan.from, plan.to))
  const free = lines * pitch - used - needs
  if (last === undefined || plan === undefined || free < 0) {
    const blank = lines * pitch - needs
    const own = [blankOf(blank), ...pieces]
    const segment = { startOn: 'page' as const, section: blocks[0]!.section, pieces: own }
    const planned = [...body.planned, { segment, plans: [{ from: 0, to: own.length, notes: [], forced: false }] }]
    return { ...body, flow: [...body.flow, ...leaded(part.flow, blank / pitch, 'page')], planned }
  }
  const joined = [...last.segment.pieces, blankOf(free), ...pieces]
  const plans: PagePlan[] = [...last.plans.slice(0, -1), { ...plan, to: joined.length }]
  const planned = [...body.planned.slice(0, -1), { segment: { ...last.segment, pieces: joined }, plans }]
  return { ...body, flow: [...body.flow, ...leaded(part.flow, free / pitch, 'none')], planned }
}

const heightOf = (pieces: readonly Piece[]): Pt => pieces.reduce((sum, piece) => sum + piece.height, 0)

const blankOf = (height: Pt): Piece => ({ height, cost: NEVER, item: null, notes: [], repeats: 0 })

/** The first block of the 版记 carries the blank lines above it, for a writer that flows. */
function leaded(flow: readonly FlowBlock[], lead: number, breakBefore: 'none' | 'page'): FlowBlock[] {
  return flow.map((block, index) => (index === 0 ? { ...block, lead, breakBefore } : block))
}
