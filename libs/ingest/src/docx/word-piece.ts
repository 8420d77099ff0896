import type { Piece } from '../piece.js'

/** A paragraph with what its look says: how large, how placed. */
export interface WordPiece {
  readonly piece: Piece
  /** Half-points of its largest text. */
  readonly size: number
  readonly isTitle: boolean
}
