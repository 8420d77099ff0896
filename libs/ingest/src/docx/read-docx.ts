import { invalid, type Manuscript, type Run } from '#lib/editorial'
import { assemble } from '../assemble.js'
import { PictureBox } from '../pictures/picture-box.js'
import type { Piece } from '../piece.js'
import { trimRuns } from '../runs.js'
import { readBodyPieces, type WordPiece } from './read-body.js'
import { readInside, toRuns } from './read-runs.js'
import { readWordFile, type WordFile } from './word-file.js'
import { childrenNamed } from './xml.js'
import { readParts } from './zip-parts.js'

/** An article written in Word or WPS. Headings, title and signature are told by their looks; automatic numbers become text. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Manuscript> {
  const parts = await readParts(bytes, name)
  const file = readWordFile(parts, name)
  const box = new PictureBox({})
  const pieces = readBodyPieces(file, box).filter(({ piece }) => piece.kind === 'ready' || piece.runs.length > 0)
  if (pieces.length === 0) throw invalid('ingest/empty', { name })
  const titlePieces = titleCount(pieces)
  const notes = readNotes(file)
  const made = assemble(withoutTitleLevels(pieces, titlePieces), { titlePieces, notes })
  return { ...made, warnings: [...made.warnings, ...box.warnings], pictures: box.pictures }
}

/** House: official titles are 2号 (22 pt); anything centred of 18 pt and more at the head is part of the title. Half-points. */
const TITLE_SIZE = 36
const MOST_TITLE_PIECES = 4

/** How many paragraphs at the head are the title: of the style Title, or centred and large. */
function titleCount(pieces: readonly WordPiece[]): number {
  let count = 0
  for (const { piece, size, isTitle } of pieces.slice(0, MOST_TITLE_PIECES)) {
    const large = piece.kind === 'text' && piece.align === 'center' && size >= TITLE_SIZE
    if (!isTitle && !large) break
    count += 1
  }
  return count
}

/** A title set with a heading style is still the title. */
const withoutTitleLevels = (pieces: readonly WordPiece[], titles: number): Piece[] =>
  pieces.map(({ piece }, index) => (index < titles && piece.kind === 'text' ? { kind: 'text', runs: piece.runs } : piece))

function readNotes(file: WordFile): Record<string, readonly Run[]> {
  const notes: Record<string, readonly Run[]> = {}
  for (const [key, note] of file.footnotes) {
    const runs = childrenNamed(note, 'w:p').flatMap((paragraph) =>
      readInside(paragraph, {}, file).flatMap((one) => (one.kind === 'run' ? [one.run] : [])),
    )
    notes[key] = trimRuns(toRuns(runs, false))
  }
  return notes
}
