import { type Block, runsText } from '#lib/editorial'
import type { Piece, TextPiece } from '../piece.js'

/** Everything a recogniser may look at: the pieces around the place, what was made so far, and what holds for the whole text. */
export interface Reading {
  readonly pieces: readonly Piece[]
  readonly at: number
  readonly blocks: readonly Block[]
  /** Speakers of an interview or a press conference found in the whole text; empty where it is none. */
  readonly speakers: ReadonlyMap<string, 'question' | 'answer'>
  /** Whether 一、 stands anywhere as a heading: bare heading lines then stand one level below. */
  readonly numbered: boolean
}

export interface Recognised {
  readonly blocks: readonly Block[]
  /** How many pieces they were made of. */
  readonly used: number
}

/** Looks at one place and answers the blocks that begin there, or null. */
export type Recogniser = (reading: Reading) => Recognised | null

export const one = (block: Block, used = 1): Recognised => ({ blocks: [block], used })

export const textAt = (reading: Reading, offset = 0): string | null => {
  const piece = reading.pieces[reading.at + offset]
  return piece?.kind === 'text' ? runsText(piece.runs).trim() : null
}

export const pieceAt = (reading: Reading, offset = 0): TextPiece | null => {
  const piece = reading.pieces[reading.at + offset]
  return piece?.kind === 'text' ? piece : null
}
