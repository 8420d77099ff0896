import { blockText, runsText } from '#lib/editorial'
import { markRuns, trimRuns } from '../runs.js'
import { endsSentence } from './characters.js'
import { isDateLine } from './line-forms.js'
import { isTitleLike, readNumbering } from './numbering.js'
import { one, pieceAt, type Reading, type Recogniser, textAt } from './recogniser.js'

/** 一、 （一） 1. （1） alone on a line. Runs of short 1. or （1） lines with nothing between them are a list, and stay paragraphs. */
export const recogniseNumberedHeading: Recogniser = (reading) => {
  const text = textAt(reading) ?? ''
  const numbering = readNumbering(text)
  if (numbering === null || !isTitleLike(text)) return null
  if (numbering.level >= 3 && isListed(reading, numbering.level)) return null
  return one({ kind: 'heading', level: numbering.level, runs: trimRuns(pieceAt(reading)?.runs ?? []) })
}

function isListed(reading: Reading, level: number): boolean {
  const next = textAt(reading, 1)
  if (next === null) return reading.pieces[reading.at + 1] === undefined
  if (readNumbering(next)?.level === level) return true
  const last = reading.blocks.at(-1)
  return last?.kind === 'paragraph' && blockText(last).length < 60 && readNumbering(blockText(last))?.level === level
}

/** House: bare heading lines in digests run to 28 characters; 32 leaves room, and a sentence follows them. */
const LONGEST_BARE = 32
const SHORTEST_PARAGRAPH = 34

/** A short line without number and without full stop, a real paragraph after it. */
export const recogniseBareHeading: Recogniser = (reading) => {
  const text = textAt(reading) ?? ''
  const next = textAt(reading, 1)
  if (text.length < 4 || text.length > LONGEST_BARE || !isTitleLike(text) || readNumbering(text) !== null || isDateLine(text)) return null
  if (next === null || /^[（(【《“‘—]?\S*[：:]$/.test(text) || /^[—（(]/.test(text)) return null
  const stands = readNumbering(next) !== null || (next.length >= SHORTEST_PARAGRAPH && (endsSentence(next) || /[，。]/.test(next)))
  return stands ? one({ kind: 'heading', level: reading.numbered ? 2 : 1, runs: trimRuns(pieceAt(reading)?.runs ?? []) }) : null
}

/** House: a run-in heading is the first sentence of its paragraph and no longer than a heading line. */
const LONGEST_RUN_IN = 34

/** Everything else. （一）指导思想。 at the head of a paragraph is set in 楷体. Source: GB/T 9704-2012 7.3.3, second level 楷体. */
export const recogniseParagraph: Recogniser = (reading) => {
  const piece = pieceAt(reading)
  if (piece === null) return null
  const runs = trimRuns(piece.runs)
  const text = runsText(runs)
  const end = text.indexOf('。')
  const runIn =
    readNumbering(text)?.level === 2 && end > 0 && end < LONGEST_RUN_IN && end < text.length - 1 && !runs.some((run) => run.bold || run.kai)
  return one({ kind: 'paragraph', runs: runIn ? markRuns(runs, 0, end + 1, { kai: true }) : runs })
}
