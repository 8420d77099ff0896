import { endsSentence } from '../forms/characters.js'
import { isHeadingLabel } from '../forms/line-forms.js'
import { isTitleLike, readNumbering } from '../forms/numbering.js'
import { readSourceLine } from '../forms/source-forms.js'
import type { Profile } from './profile.js'
import type { TextLine } from './text-lines.js'

/** A paragraph as it was before its lines were cut. */
export interface Restored {
  readonly text: string
  /** The numbers of the lines it was made of. */
  readonly lines: readonly number[]
  /** Why lines were joined: the measure, or a page end inside the paragraph. */
  readonly joined: 'none' | 'wrap' | 'page'
}

/** House: collect-and-proof §4.1; in em. */
const SHORT_OF_FULL = 2.6
const FIRST_LINE_INDENT = 2
const INDENTED = 1.4
const STRIPPED = { least: 1.3, most: 3.4 }

/** Puts hard-wrapped lines together again; page-wise text keeps its lines, joined only where a page end cut a sentence. */
export function restoreParagraphs(lines: readonly TextLine[], profile: Profile): Restored[] {
  if (profile.kind === 'flow') return lines.map((line) => ({ text: line.text, lines: [line.number], joined: 'none' }))
  return profile.kind === 'wrapped'
    ? joinWrapped(lines, profile)
    : joinPageBreaks(lines.map((line) => ({ text: line.text, lines: [line.number], joined: 'none' })))
}

function joinWrapped(lines: readonly TextLine[], profile: Profile): Restored[] {
  const paragraphs: TextLine[][] = []
  lines.forEach((line, index) => {
    const current = paragraphs.at(-1)
    const last = current?.at(-1)
    if (current === undefined || last === undefined || breaks(last, line, lines[index + 1], current.length === 1, profile))
      paragraphs.push([line])
    else current.push(line)
  })
  return paragraphs.map((group) => ({
    text: group.map((line) => line.text).reduce(joinTexts),
    lines: group.map((line) => line.number),
    joined: group.length > 1 ? 'wrap' : 'none',
  }))
}

/** Whether a new paragraph begins with `line`. */
function breaks(last: TextLine, line: TextLine, next: TextLine | undefined, isFirst: boolean, profile: Profile): boolean {
  if (profile.blanksPart && last.blankAfter) return true
  if (startsInside(last.text, line.text)) return false
  const full = profile.fullWidth.get(last.number) ?? 0
  const stripped = isFirst && !endsSentence(last.text) ? FIRST_LINE_INDENT : 0
  if (last.width + last.indent + stripped < full - SHORT_OF_FULL) return true
  if (opensItself(line.text) && !/[，、（“《：:]$/.test(last.text)) return true
  return /[。！？：!?:]$/.test(last.text) && looksFirst(line, next, full)
}

/** A closing mark cannot begin a paragraph, unless it is the rest of a numeral （一）, 1）. */
function startsInside(last: string, line: string): boolean {
  return (
    /^[，。、；：！？”’）》〉】〕…—,.;:!?)]/.test(line) && !(/[。！？]$/.test(last) && /^[）)][、是]/.test(line)) && !line.startsWith('——')
  )
}

const opensItself = (text: string): boolean =>
  readNumbering(text) !== null || /^(?:第[一二三四五六七八九十百\d]+条|【)/.test(text) || readSourceLine(text) !== null

function looksFirst(line: TextLine, next: TextLine | undefined, full: number): boolean {
  if (line.indent >= INDENTED) return true
  const short = full - line.width
  const isLast = endsSentence(line.text) && (next === undefined || next.width >= line.width)
  if (short >= STRIPPED.least && short <= STRIPPED.most && !isLast) return true
  if (short > STRIPPED.most && isTitleLike(line.text)) return true
  return short >= STRIPPED.least && /^(?:[一二三四五六七八九十]|首先|其次|最后)(?:是|要|，)/.test(line.text) && !isLast
}

/** A blank between Latin words, nothing between Chinese; a word cut by a hyphen is made whole. */
export function joinTexts(left: string, right: string): string {
  if (/[a-z]-$/.test(left) && /^[a-z]/.test(right)) return left.slice(0, -1) + right
  return /[A-Za-z,.;:!?)]$/.test(left) && /^[A-Za-z(]/.test(right) ? `${left} ${right}` : left + right
}

/** House: lines of a page hold 28 to 33 characters, so a paragraph cut after its first line is no shorter than this. */
const SHORTEST_CUT = 24
const SURELY_A_PARAGRAPH = 46

/** Joins paragraphs that a page end cut in the middle of a sentence. */
export function joinPageBreaks(paragraphs: readonly Restored[]): Restored[] {
  const joined: Restored[] = []
  for (const paragraph of paragraphs) {
    const last = joined.at(-1)
    if (last !== undefined && isCutByPage(last.text, paragraph.text)) {
      joined[joined.length - 1] = { text: joinTexts(last.text, paragraph.text), lines: [...last.lines, ...paragraph.lines], joined: 'page' }
    } else joined.push(paragraph)
  }
  return joined
}

/** Whether a sentence goes on from one paragraph into the next. */
export function isCutByPage(text: string, next: string): boolean {
  if (
    text.length < SHORTEST_CUT ||
    isClosed(text) ||
    opensItself(next) ||
    isHeadingLabel(next) ||
    /^[（(]\d{4}/.test(next) ||
    /^附\s*件/.test(next)
  )
    return false
  if (!/[，。；：、！？]/.test(withoutQuoted(text))) return isOpenInside(text)
  if (text.length > SURELY_A_PARAGRAPH) return /[，。；！？]/.test(text) || isOpenInside(text)
  if (/。/.test(text) || isOpenInside(text) || /[，、]$/.test(text)) return true
  return readNumbering(text) === null && /[，。；]/.test(next) && endsSentence(next)
}

/** 。！？…；： close a paragraph, also inside a closing quote or bracket; a quoted word at the end does not. */
function isClosed(text: string): boolean {
  return endsSentence(text) || /[）)》]$/.test(text)
}

const withoutQuoted = (text: string): string => text.replace(/“[^”]*”|《[^》]*》|（[^）]*）/g, '')

/** A quotation, title or bracket that was opened and not closed. */
const isOpenInside = (text: string): boolean => ['“”', '《》', '（）'].some(([open, close]) => count(text, open) > count(text, close))

const count = (text: string, char: string | undefined): number => (char === undefined ? 0 : text.split(char).length - 1)
