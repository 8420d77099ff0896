/** Recognisers for blocks that are one line, or a line and the next. */
import { runsText } from '#lib/editorial'
import { trimRuns } from '../runs.js'
import {
  isAddressee,
  isAuthorNote,
  isDocumentNumberLine,
  isHeadingLabel,
  isLetterHeading,
  isSeparatorLine,
  isUrlLine,
  normalDocumentNumber,
} from './line-forms.js'
import { isTitleLike, readNumbering } from './numbering.js'
import { one, pieceAt, type Reading, type Recogniser, textAt } from './recogniser.js'
import { readSourceLine } from './source-forms.js'

export const recogniseReady: Recogniser = ({ pieces, at }) => {
  const piece = pieces[at]
  return piece?.kind === 'ready' ? one(piece.block) : null
}

export const recogniseDeclaredHeading: Recogniser = (reading) => {
  const piece = pieceAt(reading)
  if (piece?.level === undefined) return null
  const runs = trimRuns(piece.runs)
  return one({ kind: 'heading', level: readNumbering(runsText(runs))?.level ?? piece.level, runs })
}

export const recogniseSeparator: Recogniser = (reading) => (isSeparatorLine(textAt(reading) ?? '') ? one({ kind: 'separator' }) : null)

export const recogniseLetterHeading: Recogniser = (reading) => {
  const text = textAt(reading) ?? ''
  return isLetterHeading(text) ? one({ kind: 'letterHeading', text }) : null
}

/** House: the title of a plan sent out under a notice runs over three lines at most. */
const MOST_TITLE_LINES = 3

/** The title of a document that follows the signature of the notice that sends it out: centred like a letter's heading. */
export const recogniseAttachedTitle: Recogniser = (reading) => {
  if (reading.blocks.at(-1)?.kind !== 'signature') return null
  let used = 0
  while (used <= MOST_TITLE_LINES && isAttachedLine(textAt(reading, used) ?? '')) used += 1
  const next = textAt(reading, used) ?? ''
  if (used === 0 || used > MOST_TITLE_LINES || next.length < 20) return null
  const text = Array.from({ length: used }, (_, offset) => textAt(reading, offset)).join('')
  return one({ kind: 'letterHeading', text }, used)
}

const isAttachedLine = (text: string): boolean =>
  text.length >= 3 && isTitleLike(text) && readNumbering(text) === null && !text.startsWith('附') && !isDocumentNumberLine(text)

/** 主送机关 stands first; 称呼 stands first, after a letter's heading, or is repeated in a speech. */
export const recogniseAddressee: Recogniser = (reading) => {
  const text = textAt(reading) ?? ''
  const last = reading.blocks.at(-1)?.kind
  const opens = last === undefined || last === 'letterHeading' || last === 'documentNumber' || last === 'figure'
  const salutes =
    text.length <= 30 && /(?:同志|同学|老师|朋友|先生|女士|嘉宾|代表|委员|家长|校友|们)[：:]$/.test(text) && !/[，。]/.test(text)
  const runs = pieceAt(reading)?.runs ?? []
  return (opens || salutes) && isAddressee(text) ? one({ kind: 'addressee', runs: trimRuns(runs) }) : null
}

/** 附件1 alone or with its title; `附件：1. ……` before a signature is a list of annexes and stays a paragraph. */
export const recogniseAnnexStart: Recogniser = (reading) => {
  const found =
    /^(附\s*件\s*(?:[一二三四五六七八九十]{1,3}|\d{0,2})|附\s*录\s*[一二三四五六七八九十\dA-Z]{0,2}|附)\s*(?:[：:]?\s*|\s+)(.*)$/.exec(
      textAt(reading) ?? '',
    )
  if (found?.[1] === undefined || found[2] === undefined) return null
  const [, label, rest] = found
  if (rest === '') return isListHead(reading) ? null : annexWithNextTitle(reading, label)
  const listed = /^\d[.．、]|^《/.test(rest) || /^附\s*件$/.test(label)
  return listed || !isTitleLike(rest) || /^附$/.test(label) ? null : one({ kind: 'annexStart', label, title: rest })
}

/** `附件：` alone with 1. and 2. below it lists the annexes that follow the signature. */
const isListHead = (reading: Reading): boolean => /[：:]$/.test(textAt(reading) ?? '') && readNumbering(textAt(reading, 1) ?? '') !== null

function annexWithNextTitle(reading: Reading, label: string): ReturnType<Recogniser> {
  const next = textAt(reading, 1)
  const titled = next !== null && isTitleLike(next) && readNumbering(next) === null
  return titled ? one({ kind: 'annexStart', label, title: next }, 2) : one({ kind: 'annexStart', label, title: null })
}

export const recogniseDocumentNumber: Recogniser = (reading) => {
  const text = textAt(reading) ?? ''
  return isDocumentNumberLine(text) ? one({ kind: 'documentNumber', text: normalDocumentNumber(text) }) : null
}

export const recogniseLinkLine: Recogniser = (reading) => {
  const text = textAt(reading) ?? ''
  return isUrlLine(text) ? one({ kind: 'linkLine', url: text }) : null
}

export const recogniseAuthorNote: Recogniser = (reading) => {
  const runs = trimRuns(pieceAt(reading)?.runs ?? [])
  return isAuthorNote(runsText(runs)) ? one({ kind: 'authorNote', runs }) : null
}

/** A bracketed source in the middle or at the end of a body, where it was not already taken as the article's own source. */
export const recogniseAttribution: Recogniser = (reading) => {
  const text = textAt(reading) ?? ''
  return /^[（(]/.test(text) && readSourceLine(text) !== null ? one({ kind: 'attribution', text }) : null
}

/** 关键词一： and 【关键词】 with the heading on the next line are one heading. */
export const recogniseLabelledHeading: Recogniser = (reading) => {
  const label = pieceAt(reading)
  const heading = pieceAt(reading, 1)
  const next = textAt(reading, 1) ?? ''
  if (label === null || heading === null || !isHeadingLabel(textAt(reading) ?? '') || !isTitleLike(next)) return null
  return one({ kind: 'heading', level: 1, runs: trimRuns([...trimRuns(label.runs), ...trimRuns(heading.runs)]) }, 2)
}
