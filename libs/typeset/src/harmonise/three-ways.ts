import type { BlockId, Pt, Sheet } from '../layout.js'
import { type PagePlan, type PageRoom, paginate, usedBy } from '../pages/paginate.js'
import { blockOf, type Segment } from '../pages/pieces.js'
import { fillPages, type WordPage } from '../word-mode/fill-pages.js'
import { pageFrame, textHeight, twips } from '../word-mode/measures.js'
import type { WordBlock } from '../word-mode/word-block.js'
import { wordBlocks } from '../word-mode/word-blocks.js'
import { ledSegment } from './led-segment.js'

/** Where a block begins: on which page of its segment, and under how much of it. */
export interface Place {
  readonly page: number
  readonly above: Pt
}

/** One way of filling pages. */
export interface Filling {
  readonly pages: number
  /** What is taken of the last page. */
  readonly used: Pt
  place(id: BlockId): Place | undefined
}

/** Our own pages, and Word's in its two ways. */
export interface ThreeWays {
  readonly segment: Segment
  readonly plans: readonly PagePlan[]
  readonly fillings: readonly Filling[]
}

/** What is needed to fill pages in either way. */
export interface Shelf {
  readonly sheet: Sheet
  readonly room: PageRoom
  noteLines(id: BlockId): readonly number[]
}

/** Fills pages with a segment that has so much more blank above one of its blocks. */
export type LeadTrial = (block: number, lead: Pt) => ThreeWays

/** A segment made ready to be tried with more or less lead. */
export function leadTrial(shelf: Shelf, segment: Segment): LeadTrial {
  const ways = wordBlocks(segment.stacked, shelf.sheet)
  return (block, lead) => {
    const led = ledSegment(segment, block, lead)
    const plans = paginate(led, shelf.room)
    const words = ways.map((blocks, way) => wordFilling(shelf, withLead(blocks, block, lead), way, segment.opens))
    return { segment: led, plans, fillings: [ourFilling(shelf, led, plans), ...words] }
  }
}

function withLead(blocks: readonly WordBlock[], at: number, lead: Pt): readonly WordBlock[] {
  return lead === 0 ? blocks : blocks.with(at, { ...blocks[at]!, before: blocks[at]!.before + twips(lead) })
}

function wordFilling(shelf: Shelf, blocks: readonly WordBlock[], way: number, opens: boolean): Filling {
  const filled = fillPages(blocks, wordPage(shelf, way), opens)
  return {
    pages: filled.pages,
    used: filled.used / 20,
    place: (id) => {
      const found = filled.places.get(id)
      return found === undefined ? undefined : { page: found.page, above: found.above / 20 }
    },
  }
}

function wordPage({ sheet, room, noteLines }: Shelf, way: number): WordPage {
  const noteLine = twips(room.notes.pitch)
  return {
    height: textHeight(pageFrame(sheet.master)),
    noteLead: twips(room.notes.lead),
    noteLine,
    noteHeight: (id) => (noteLines(id)[way] ?? 0) * noteLine,
  }
}

function ourFilling({ room }: Shelf, segment: Segment, plans: readonly PagePlan[]): Filling {
  const last = plans[plans.length - 1]
  return {
    pages: plans.length,
    used: last === undefined ? 0 : usedBy(segment, last, room.notes),
    place: (id) => ourPlace(room, segment, plans, id),
  }
}

function ourPlace(room: PageRoom, segment: Segment, plans: readonly PagePlan[], id: BlockId): Place | undefined {
  const block = segment.stacked.findIndex((one) => blockOf(one).id === id)
  const first = segment.firsts[block]
  if (first === undefined) return undefined
  const piece = segment.pieces[first]?.item === null ? first + 1 : first
  const page = plans.findIndex((plan) => piece >= plan.from && piece < plan.to)
  const plan = plans[page]
  return plan === undefined ? undefined : { page, above: usedBy(segment, { ...plan, to: first, notes: [] }, room.notes) }
}
