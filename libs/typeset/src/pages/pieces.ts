import type { BlockId, FigureBlock, FlowBlock, Pt, RuleBlock, TextBlock, TextStyle } from '../layout.js'
import type { SetLine } from '../lines/set-lines.js'
import type { WordStarts } from '../word-mode/word-text.js'
import type { MeasuredRow, MeasuredTable } from './measure-table.js'

/** A text block set in lines, and where Word will break it. */
export interface SetText {
  readonly kind: 'set'
  readonly block: TextBlock
  readonly style: TextStyle
  readonly lines: readonly SetLine[]
  readonly word: WordStarts
}

/** What a piece puts on the page. */
export type Item =
  | { readonly kind: 'line'; readonly text: SetText; readonly line: SetLine; readonly drop: Pt }
  | { readonly kind: 'row'; readonly table: MeasuredTable; readonly row: MeasuredRow }
  | { readonly kind: 'figure'; readonly block: FigureBlock }
  | { readonly kind: 'rule'; readonly block: RuleBlock }

/** The smallest thing pages are made of: a line, a table row, a figure, a rule, or a blank. It is never parted. */
export interface Piece {
  readonly height: Pt
  /** Cost of beginning a page with it; `NEVER` where it must stand with what comes before. */
  readonly cost: number
  /** null is a blank, which vanishes at a page's head unless it opens a section. */
  readonly item: Item | null
  /** Notes whose marks stand in it. */
  readonly notes: readonly BlockId[]
  /** Height of the header rows drawn again when a page begins with it. */
  readonly repeats: Pt
}

/** What pieces are made from: a text set in lines, a table measured, or a block that has its size. */
export type Stacked = SetText | MeasuredTable | FigureBlock | RuleBlock

/** The block of the flow that was stacked. */
export const blockOf = (stacked: Stacked): FlowBlock => (stacked.kind === 'set' || stacked.kind === 'measured' ? stacked.block : stacked)

/** Pieces between two demanded page breaks. */
export interface Segment {
  readonly startOn: 'page' | 'recto'
  readonly section: number
  /** Whether it is the first of its section, so that a blank above it stands. */
  readonly opens: boolean
  readonly pieces: readonly Piece[]
  readonly stacked: readonly Stacked[]
  /** The piece each of them begins with. */
  readonly firsts: readonly number[]
}
