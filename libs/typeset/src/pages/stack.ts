import { NEVER } from '../chinese/prohibition.js'
import type { DraftBlock } from '../compose/draft.js'
import type { BlockId, FlowBlock, Pt, RuleBlock, Sheet, TextBlock } from '../layout.js'
import type { Tools } from '../lines/set-lines.js'
import { type MeasuredTable, measureTable } from './measure-table.js'
import { blockOf, type Item, type Piece, type Segment, type SetText, type Stacked } from './pieces.js'

/** What stacking needs beside the blocks. */
export interface StackTools {
  readonly tools: Tools
  readonly sheet: Sheet
  setText(block: TextBlock): SetText
  /** Notes whose mark has been met already: a note stands under its first mark. */
  readonly met: Set<BlockId>
}

/** First line of a paragraph alone at a page's foot. Source: typography checklist 13, a should. */
const FIRST_LINE_ALONE = 4

/** A signature, an attribution or a note on the author without any text above it on its page. House: the page would say nothing. */
const PARTED_FROM_TEXT = 40

const CLOSERS: ReadonlySet<string> = new Set(['signature', 'signature-date', 'attribution', 'author-note', 'table-note'])

/** Blocks turned into pieces, cut into segments at demanded page breaks, and the flow with its tables measured. Footnotes are kept apart: pages take them as their marks come. */
export interface Stack {
  readonly segments: readonly Segment[]
  readonly flow: readonly FlowBlock[]
  readonly notes: ReadonlyMap<BlockId, SetText>
}

export function stackBlocks(at: StackTools, blocks: readonly DraftBlock[]): Stack {
  const segments: OpenSegment[] = []
  const flow: FlowBlock[] = []
  const notes = new Map<BlockId, SetText>()
  let keep = 0
  for (const block of blocks) {
    if (block.kind === 'text' && block.role === 'footnote') {
      notes.set(block.id, at.setText(block))
      flow.push(block)
      continue
    }
    if (segments.length === 0 || block.breakBefore !== 'none') {
      segments.push(openSegment(block, segments.length === 0))
      keep = 0
    }
    const segment = segments[segments.length - 1]!
    segment.firsts.push(segment.pieces.length)
    const stacked = stackedOf(at, block)
    segment.stacked.push(stacked)
    flow.push(blockOf(stacked))
    keep = pushBlock(at, stacked, segment.pieces, keep)
  }
  return { segments, flow, notes }
}

interface OpenSegment extends Segment {
  readonly pieces: Piece[]
  readonly stacked: Stacked[]
  readonly firsts: number[]
}

function openSegment({ breakBefore, section }: DraftBlock, first: boolean): OpenSegment {
  const recto = breakBefore === 'recto'
  return { startOn: recto ? 'recto' : 'page', section, opens: first || recto, pieces: [], stacked: [], firsts: [] }
}

function stackedOf(at: StackTools, block: DraftBlock): Stacked {
  if (block.kind === 'table') return measureTable(at.tools, block, at.sheet)
  return block.kind === 'text' ? at.setText(block) : block
}

/** Adds the pieces of one block; returns how many of the next block's pieces must stay with it. */
function pushBlock(at: StackTools, stacked: Stacked, pieces: Piece[], keep: number): number {
  const { pitch } = at.sheet.master
  if (stacked.kind === 'set') return pushText(at, stacked, pieces, keep)
  const lead = blockOf(stacked).lead * pitch
  if (lead > 0) pieces.push(piece(lead, keep > 0 ? NEVER : 0, null))
  const opening = keep > 0 || lead > 0 ? NEVER : 0
  if (stacked.kind === 'measured') {
    pushRows(at, stacked, pieces, opening)
    return 0
  }
  const height = stacked.kind === 'figure' ? Math.ceil(stacked.height / pitch) * pitch : stacked.before + stacked.after
  pieces.push(piece(height, opening, stacked.kind === 'figure' ? { kind: 'figure', block: stacked } : ruleItem(stacked)))
  return stacked.kind === 'figure' ? 1 : 0
}

const ruleItem = (block: RuleBlock): Item => ({ kind: 'rule', block })

const NO_NOTES: readonly BlockId[] = []

const piece = (height: Pt, cost: number, item: Item | null, notes: readonly BlockId[] = NO_NOTES, repeats: Pt = 0): Piece => ({
  height,
  cost,
  item,
  notes,
  repeats,
})

function pushText(at: StackTools, text: SetText, pieces: Piece[], keep: number): number {
  const { style, block, lines } = text
  const { pitch } = at.sheet.master
  const before = style.before + block.lead * pitch
  const opening = openingCost(block, keep)
  if (before > 0) pieces.push(piece(before, opening, null))
  const spare = Math.ceil((lines.length * style.pitch) / pitch - 1e-9) * pitch - lines.length * style.pitch
  lines.forEach((line, index) => {
    const first = index === 0
    const last = index === lines.length - 1
    const height = style.pitch + (first ? spare / 2 : 0) + (last ? spare / 2 : 0)
    const cost = first ? (before > 0 ? NEVER : opening) : lineCost(text, index, keep)
    pieces.push(piece(height, cost, { kind: 'line', text, line, drop: first ? spare / 2 : 0 }, notesIn(at, block, line.from, line.to)))
  })
  if (style.after > 0 && lines.length > 0) pieces.push(piece(style.after, style.keepNext ? NEVER : 0, null))
  if (style.keepNext) return CLOSERS.has(block.role) ? 1 : 2
  return Math.max(0, keep - lines.length)
}

function openingCost(block: TextBlock, keep: number): number {
  if (keep > 0 || block.role === 'figure-caption') return NEVER
  return CLOSERS.has(block.role) ? PARTED_FROM_TEXT : 0
}

/** 孤行不成页: the last line never stands alone over a page; the first alone under one is avoided; after a heading two lines stay with it. Source: CLREQ #adjustments_of_orphans_and_widows; typography checklist 13, 15. */
function lineCost(text: SetText, index: number, keep: number): number {
  const last = index === text.lines.length - 1
  if (last || text.style.keepTogether) return NEVER
  if (index === 1) return keep > 1 ? NEVER : FIRST_LINE_ALONE
  return 0
}

/** Notes whose first mark stands in this part of a text. */
function notesIn(at: StackTools, block: TextBlock, from: number, to: number): readonly BlockId[] {
  let first: BlockId[] | null = null
  for (const { note, from: place } of block.runs) {
    if (note === undefined || place < from || place >= to || at.met.has(note)) continue
    at.met.add(note)
    first ??= []
    first.push(note)
  }
  return first ?? NO_NOTES
}

/** Rows of a table: header rows stay with the first row, rows a cell reaches over stay together, a page that begins inside repeats the header. Source: typography checklist 32. */
function pushRows(at: StackTools, table: MeasuredTable, pieces: Piece[], opening: number): void {
  table.rows.forEach((row, index) => {
    const afterHeader = index > 0 && table.rows[index - 1]?.header === true
    const cost = index === 0 ? opening : row.header || row.covered || afterHeader ? NEVER : 0
    const notes = row.cells.flatMap(({ cell }) => notesIn(at, cell.content, 0, cell.content.text.length))
    pieces.push(piece(row.height, cost, { kind: 'row', table, row }, notes, row.header ? 0 : table.headerHeight))
  })
}
