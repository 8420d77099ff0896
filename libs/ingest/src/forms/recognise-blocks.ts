import { type Block, runsText } from '#lib/editorial'
import type { Piece } from '../piece.js'
import { mergeRuns } from '../runs.js'
import { recogniseBullets } from './bullets.js'
import { attachCaptions } from './captions.js'
import { findSpeakers, recogniseTurn } from './conversation.js'
import { recogniseBareHeading, recogniseNumberedHeading, recogniseParagraph } from './headings.js'
import {
  recogniseAddressee,
  recogniseAnnexStart,
  recogniseAttachedTitle,
  recogniseAttribution,
  recogniseAuthorNote,
  recogniseDeclaredHeading,
  recogniseDocumentNumber,
  recogniseLabelledHeading,
  recogniseLetterHeading,
  recogniseLinkLine,
  recogniseReady,
  recogniseSeparator,
} from './lines.js'
import { isTitleLike, readNumbering } from './numbering.js'
import type { Reading, Recogniser } from './recogniser.js'
import { recogniseSignature } from './signature.js'

/** First that answers wins: what declares itself, then fixed forms, then numbers, then the look of a line. */
const SPECIAL: readonly Recogniser[] = [
  recogniseReady,
  recogniseAnnexStart,
  recogniseAuthorNote,
  recogniseAttribution,
  recogniseDeclaredHeading,
  recogniseSeparator,
  recogniseLetterHeading,
  recogniseAddressee,
  recogniseSignature,
  recogniseAttachedTitle,
  recogniseDocumentNumber,
  recogniseLinkLine,
  recogniseBullets,
  recogniseLabelledHeading,
  recogniseNumberedHeading,
]

/** Turns the pieces of a body into blocks, by their form alone; no character is lost or changed. */
export function recogniseBlocks(given: readonly Piece[]): Block[] {
  const pieces = attachCaptions(
    continued(given.map(withoutTabs)).filter(
      (piece) => piece.kind === 'ready' || piece.runs.some((run) => run.note !== undefined || run.text.trim() !== ''),
    ),
  )
  const speakers = findSpeakers(pieces)
  const numbered = pieces.some((piece) => piece.kind === 'text' && isFirstLevel(runsText(piece.runs).trim()))
  const blocks: Block[] = []
  for (let at = 0; at < pieces.length; ) {
    const found = recogniseAt({ pieces, at, blocks, speakers, numbered })
    blocks.push(...found.blocks)
    at += found.used
  }
  return blocks
}

/** What stands between cells that lost their table: two full-width blanks, for a text holds no tabs. */
export const CELL_GAP = '\u3000\u3000'

const withoutTabs = (piece: Piece): Piece =>
  piece.kind === 'text' && piece.runs.some((run) => run.text.includes('\t'))
    ? { ...piece, runs: piece.runs.map((run) => ({ ...run, text: run.text.replace(/ ?\t+ ?/g, CELL_GAP) })) }
    : piece

/** Headings broken over lines to look well are one line again. */
function continued(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (piece.kind === 'text' && piece.continues && last?.kind === 'text')
      out[out.length - 1] = { ...last, runs: mergeRuns([...last.runs, ...piece.runs]) }
    else out.push(piece)
  }
  return out
}

const isFirstLevel = (text: string): boolean => readNumbering(text)?.level === 1 && isTitleLike(text)

function recogniseAt(reading: Reading): { blocks: readonly Block[]; used: number } {
  const special = firstOf(SPECIAL, reading)
  if (special !== null) return special
  const plain = (offset: number): boolean => firstOf([...SPECIAL, recogniseBareHeading], { ...reading, at: reading.at + offset }) === null
  return recogniseTurn(reading, plain) ?? recogniseBareHeading(reading) ?? recogniseParagraph(reading) ?? { blocks: [], used: 1 }
}

function firstOf(recognisers: readonly Recogniser[], reading: Reading): ReturnType<Recogniser> {
  for (const recognise of recognisers) {
    const found = recognise(reading)
    if (found !== null) return found
  }
  return null
}
