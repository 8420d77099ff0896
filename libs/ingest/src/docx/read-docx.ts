import { invalid, type Manuscript, type Run } from '#lib/editorial'
import { assemble } from '../assemble.js'
import { finishManuscript } from '../finish-manuscript.js'
import { PictureBox } from '../pictures/picture-box.js'
import type { Piece } from '../piece.js'
import { trimRuns } from '../runs.js'
import { readBodyPieces } from './read-body.js'
import { readInside, toRuns } from './read-runs.js'
import { readWordFile, type WordFile } from './word-file.js'
import type { WordPiece } from './word-piece.js'
import { childrenNamed, parseXml, type XmlElement } from './xml.js'
import { readParts } from './zip-parts.js'

/** What a Word file holds, before anything is recognised. */
export interface WordText {
  readonly pieces: readonly WordPiece[]
  readonly notes: Readonly<Record<string, readonly Run[]>>
  /** Texts of its running heads and feet. */
  readonly feet: readonly string[]
  readonly box: PictureBox
}

/** Unpacks and reads a Word file. Refuses what is none, what is protected, what is built to break readers. */
export async function readWord(bytes: Uint8Array, name: string): Promise<WordText> {
  const file = readWordFile(await readParts(bytes, name), name)
  const box = new PictureBox({})
  const pieces = withKickers(readBodyPieces(file, box).filter(({ piece }) => piece.kind === 'ready' || piece.runs.length > 0))
  if (pieces.length === 0) throw invalid('ingest/empty', { name })
  return { pieces, notes: readNotes(file), feet: readFeet(file, name), box }
}

/** An article written in Word or WPS. Headings, title and signature are told by their looks; automatic numbers become text. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Manuscript> {
  const { pieces, notes, box } = await readWord(bytes, name)
  const titlePieces = titleCount(pieces)
  const made = assemble(withoutTitleLevels(pieces, titlePieces), { titlePieces, notes })
  return finishManuscript({ ...made, warnings: [...made.warnings, ...box.warnings], pictures: box.pictures })
}

/** House: a kicker is set at least a twelfth smaller than the title right under it. */
const SMALLER = 0.92

/** A smaller title over a larger one is its kicker. */
function withKickers(pieces: readonly WordPiece[]): WordPiece[] {
  return pieces.map((one, index) => {
    if (!one.isTitle || one.piece.kind !== 'text') return one
    const next = pieces.slice(index + 1).find((other) => !other.isTitle || one.size < SMALLER * other.size)
    return next?.isTitle === true ? { ...one, piece: { ...one.piece, kicker: true as const } } : one
  })
}

function readFeet(file: WordFile, name: string): string[] {
  const parts = [...file.parts].filter(([path]) => /^word\/(?:header|footer)\d*\.xml$/.test(path)).sort(([a], [b]) => (a < b ? -1 : 1))
  return parts.flatMap(([, bytes]) => childrenNamed(parseXml(bytes, name), 'w:p').map((paragraph) => runTexts(paragraph, file)))
}

const runTexts = (paragraph: XmlElement, file: WordFile): string =>
  readInside(paragraph, {}, file)
    .map((one) => (one.kind === 'run' ? one.run.text : ''))
    .join('')
    .trim()

const MOST_TITLE_PIECES = 4

/** How many paragraphs at the head are the title: of the style Title, or centred and large. */
function titleCount(pieces: readonly WordPiece[]): number {
  let count = 0
  for (const { isTitle } of pieces.slice(0, MOST_TITLE_PIECES)) {
    if (!isTitle) break
    count += 1
  }
  return count
}

/** A title set with a heading style is still the title. */
const withoutTitleLevels = (pieces: readonly WordPiece[], titles: number): Piece[] =>
  pieces.map(({ piece }, index) =>
    index < titles && piece.kind === 'text'
      ? { kind: 'text', runs: piece.runs, ...(piece.kicker ? { kicker: true as const } : {}) }
      : piece,
  )

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
