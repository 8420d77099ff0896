import type { Block, Run } from '#lib/editorial'

/**
 * What every reader (Markdown, HTML, Word, text) hands to the recogniser: a paragraph with the little that its format says
 * of it, or a block that needs no recognising.
 */
export interface TextPiece {
  readonly kind: 'text'
  readonly runs: readonly Run[]
  /** A heading level the format itself declares. */
  readonly level?: 1 | 2 | 3 | 4
  readonly align?: 'center' | 'right'
  /** Set as large as only titles are. */
  readonly title?: true
  /** A smaller line over the title: 肩题. */
  readonly kicker?: true
  /** The same paragraph as the piece before, on a new line: titles and headings are broken to look well. */
  readonly continues?: true
}

export interface ReadyPiece {
  readonly kind: 'ready'
  readonly block: Block
}

export type Piece = TextPiece | ReadyPiece

export const textPiece = (text: string): TextPiece => ({ kind: 'text', runs: [{ text }] })
export const readyPiece = (block: Block): ReadyPiece => ({ kind: 'ready', block })
