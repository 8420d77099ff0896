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
}

export interface ReadyPiece {
  readonly kind: 'ready'
  readonly block: Block
}

export type Piece = TextPiece | ReadyPiece

export const textPiece = (text: string): TextPiece => ({ kind: 'text', runs: [{ text }] })
export const readyPiece = (block: Block): ReadyPiece => ({ kind: 'ready', block })
