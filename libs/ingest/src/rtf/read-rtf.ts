import { invalid, type Manuscript } from '#lib/editorial'
import { assemble } from '../assemble.js'
import { finishManuscript } from '../finish-manuscript.js'
import type { TextPiece } from '../piece.js'
import { rtfPieces } from './rtf-pieces.js'

/** The paragraphs of an RTF file; pictures and notes are left behind. Refuses an empty one. */
export function readRtfPieces(bytes: Uint8Array, name: string): TextPiece[] {
  const pieces = rtfPieces(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  if (pieces.length === 0) throw invalid('ingest/empty', { name })
  return pieces
}

/** An article out of an RTF file, as old editors and .doc files from the web hold it. */
export function readRtf(bytes: Uint8Array, name: string): Manuscript {
  const pieces = readRtfPieces(bytes, name)
  const large = pieces.findIndex((piece) => piece.title !== true)
  const made = assemble(pieces, large > 0 ? { titlePieces: large } : {})
  return finishManuscript({ ...made, warnings: [...made.warnings, { code: 'ingest/text-only' }], pictures: [] })
}
