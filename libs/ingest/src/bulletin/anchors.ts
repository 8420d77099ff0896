import { endsSentence } from '../forms/characters.js'
import { isDateLine, isDocumentNumberLine } from '../forms/line-forms.js'
import { readNumbering } from '../forms/numbering.js'
import { readSourceLine } from '../forms/source-forms.js'
import type { TextLine } from '../text/text-lines.js'
import type { TitlePlace } from './title-place.js'

/** House: house-styles "Imports", a source or document number stands within three lines of its title. */
const MOST_TITLE_LINES = 4
const LONGEST_TITLE_LINE = 90
const LOOK_BACK = 4

/** Titles where no contents page names them: above a source or document number, and after a closing attribution. */
export function findTitles(lines: readonly TextLine[]): TitlePlace[] {
  const large = largeTitles(lines)
  if (large.length > 0) return large
  const places = new Map<number, TitlePlace>()
  lines.forEach((line, index) => {
    const place = isHeadAnchor(line.text) ? titleAbove(lines, index) : null
    if (place !== null) places.set(place.at, place)
  })
  const closings = [...lines.keys()].filter((index) => isClosing(lines, index))
  for (const start of closings.length > 0 ? [-1, ...closings].map((index) => index + 1) : []) {
    if (start < lines.length && ![...places.values()].some((place) => place.at >= start && place.at <= start + 3))
      places.set(start, titleBelow(lines, start))
  }
  const found = [...places.values()].sort((a, b) => a.at - b.at)
  return found.length > 0 || lines.length === 0 ? found : [titleBelow(lines, 0)]
}

/** Titles that the format sets large, neighbours together. */
function largeTitles(lines: readonly TextLine[]): TitlePlace[] {
  const places: TitlePlace[] = []
  lines.forEach(({ piece }, index) => {
    const last = places.at(-1)
    if (piece?.kind !== 'text' || piece.title !== true) return
    if (last !== undefined && last.at + last.used === index) places[places.length - 1] = { at: last.at, used: last.used + 1 }
    else places.push({ at: index, used: 1 })
  })
  return places
}

const isHeadAnchor = (text: string): boolean =>
  isDocumentNumberLine(text) || (readSourceLine(text) !== null && !/^[（(](?!\s*\d{4})/.test(text))

/** A bracketed source closes an article when a title, a label or nothing follows. */
function isClosing(lines: readonly TextLine[], index: number): boolean {
  const text = lines[index]?.text ?? ''
  if (!/^[（(]/.test(text) || readSourceLine(text) === null) return false
  const next = lines[index + 1]?.text
  const before = lines[index - 1]?.text ?? ''
  return next === undefined || (endsSentence(before) && isTitleLine(next))
}

function titleAbove(lines: readonly TextLine[], anchor: number): TitlePlace | null {
  let last = anchor - 1
  while (last >= 0 && anchor - last <= LOOK_BACK && isBetween(lines[last]?.text ?? '')) last -= 1
  let first = last
  while (
    first > 0 &&
    last - first + 1 < MOST_TITLE_LINES &&
    isTitleLine(lines[first - 1]?.text ?? '') &&
    goesOn(lines[first - 1]?.text ?? '', lines[first]?.text ?? '')
  )
    first -= 1
  return last >= 0 && isTitleLine(lines[last]?.text ?? '') ? { at: first, used: last - first + 1 } : null
}

/** Bracketed date, subtitle: lines that stand between a title and its source. */
const isBetween = (text: string): boolean => (/^[（(]/.test(text) && isDateLine(text)) || /^(?:——|——)/.test(text)

const isTitleLine = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= LONGEST_TITLE_LINE &&
  !/[。！；]/.test(text.replace(/《[^》]*》|“[^”]*”/g, '')) &&
  !isDateLine(text) &&
  readNumbering(text) === null &&
  !/^【.*】$|[：:]$/.test(text) &&
  readSourceLine(text) === null

/** The first line of a title leans on the next: an organ before 关于, an open 《, a comma, or a half as long. */
const goesOn = (first: string, second: string): boolean =>
  /[，、的和与及对]$|《[^》]*$|“[^”]*$/.test(first) ||
  /^(?:关于|的|与|和|及|暨|——|[（(])/.test(second) ||
  (first.length >= 8 && first.length <= 40 && second.length >= 6 && !/[，。]/.test(first))

/** The title that begins at a line: that line, and the next where it leans on it or is a subtitle. */
function titleBelow(lines: readonly TextLine[], at: number): TitlePlace {
  let used = 1
  while (used < MOST_TITLE_LINES && isTitlePart(lines, at + used)) used += 1
  return { at, used }
}

/** House: the second half of a title is a short line; body text fills its line or ends in a full stop. */
function isTitlePart(lines: readonly TextLine[], at: number): boolean {
  const text = lines[at]?.text ?? ''
  return (
    (text.length <= 30 && text.length >= 4 && isTitleLine(text) && !/[，]/.test(text) && lines[at + 1] !== undefined) ||
    text.startsWith('——')
  )
}
