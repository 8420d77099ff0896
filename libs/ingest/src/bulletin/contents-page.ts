import { comparable } from '../forms/characters.js'
import { readNumbering } from '../forms/numbering.js'
import type { TextLine } from '../text/text-lines.js'

/** One line of a contents page, wrapped lines put together. */
export interface ContentsEntry {
  readonly kind: 'label' | 'title'
  readonly text: string
  readonly page: number | null
}

export interface ContentsPage {
  readonly entries: readonly ContentsEntry[]
  /** Indices into the lines given: the heading, and the first line after the contents. */
  readonly from: number
  readonly end: number
}

const HEADING = /^(?:本期)?(?:目\s*[录次]|要\s*目|导\s*读)(?:\s*CONTENTS)?$/i
const WITH_PAGE = /^(.*?\S)(?:\s*[.．·…⋯‥・_]{2,}\s*|\s*\t\s*|\s{1,})[（(]?(\d{1,3})[)）]?$/
/** House: the heading of a contents page stands in the first sixty lines of every bulletin seen. */
const LATEST_HEADING = 60
/** House: a title in a contents page wraps over three lines at most. */
const MOST_PENDING = 3
/** House: a contents line without page that is this short is a label; longer, it is the first half of a title. In characters. */
const LONGEST_LABEL = 14

/** Finds and reads the contents page; null when there is none. */
export function readContentsPage(lines: readonly TextLine[]): ContentsPage | null {
  const from = lines.slice(0, LATEST_HEADING).findIndex((line) => HEADING.test(line.text))
  if (from < 0) return readUnheaded(lines)
  const { entries, end } = hasPages(lines, from) ? readWithPages(lines, from + 1) : readWithoutPages(lines, from + 1)
  return entries.some((entry) => entry.kind === 'title') ? { entries, from, end } : null
}

/** House: three lines in a row that end in leaders and a number are a contents page, whatever its heading says. */
const LEAST_LEADERS = 3
const WITH_LEADER = /\S(?:\s*[.．·…⋯‥・_]{3,}\s*|\s*\t\s*)\d{1,3}$/

function readUnheaded(lines: readonly TextLine[]): ContentsPage | null {
  const leaders = lines.slice(0, LATEST_HEADING).map((line) => WITH_LEADER.test(line.text))
  const from = leaders.findIndex(
    (_, index) => leaders.slice(index, index + LEAST_LEADERS).every(Boolean) && index + LEAST_LEADERS <= leaders.length,
  )
  if (from < 0) return null
  const { entries, end } = readWithPages(lines, from)
  return { entries, from, end }
}

const hasPages = (lines: readonly TextLine[], from: number): boolean =>
  lines.slice(from + 1, from + 9).some((line) => WITH_PAGE.test(line.text))

const isLabel = (text: string): boolean =>
  /^[【〖].+[】〗]$/.test(text) || readNumbering(text)?.level === 1 || /^(?:第[一二三四五六七八九十]+(?:部分|编|辑)|[◎◆●■▲★☆])/.test(text)

function readWithPages(lines: readonly TextLine[], start: number): { entries: ContentsEntry[]; end: number } {
  const entries: ContentsEntry[] = []
  const seen = new Set<string>()
  let pending: string[] = []
  let end = start
  for (let at = start; at < lines.length && pending.length <= MOST_PENDING; at += 1) {
    const text = lines[at]?.text ?? ''
    const found = WITH_PAGE.exec(text)
    if (found?.[1] === undefined) {
      if (seen.has(comparable(text))) break
      pending.push(text)
      continue
    }
    for (const entry of withPending(pending, cleanLeader(found[1]), Number(found[2]))) {
      entries.push(entry)
      seen.add(comparable(entry.text))
    }
    pending = []
    end = at + 1
  }
  return { entries, end }
}

const cleanLeader = (text: string): string => text.replace(/[\s.．·…⋯‥・_]+$/, '')

/** Lines without page before one with page: labels of their own, or the beginning of its title. */
function withPending(pending: readonly string[], text: string, page: number): ContentsEntry[] {
  const labels: ContentsEntry[] = []
  let title = ''
  for (const line of pending) {
    if (title === '' && (isLabel(line) || line.length <= LONGEST_LABEL)) labels.push({ kind: 'label', text: line, page: null })
    else title += `${line}${LINE_END}`
  }
  const whole = title + text
  return [...labels, { kind: title === '' && isPagedLabel(text) ? 'label' : 'title', text: whole, page }]
}

/** Where an entry goes on in the next line: whether a blank belongs there is not known. */
export const LINE_END = '\u2028'

/** An entry as a person reads it. */
export const shownEntry = (text: string): string => text.replaceAll(LINE_END, '')

/** 【政策文件】 carries a page in some bulletins; 一、…… with a page is a title of a flat list. */
const isPagedLabel = (text: string): boolean => /^[【〖].+[】〗]$/.test(text)

/** Without page numbers the contents end where the first of their lines comes again. */
function readWithoutPages(lines: readonly TextLine[], start: number): { entries: ContentsEntry[]; end: number } {
  const texts = lines.slice(start).map((line) => comparable(line.text))
  const again = texts.findIndex((text, index) => index > 0 && texts.slice(0, Math.min(index, 2)).includes(text))
  if (again < 0) return { entries: [], end: start }
  const entries = lines
    .slice(start, start + again)
    .map((line): ContentsEntry => ({ kind: isLabel(line.text) ? 'label' : 'title', text: line.text, page: null }))
  return { entries, end: start + again }
}

/** 【政策文件】 → 政策文件; 一、学习贯彻 → 学习贯彻. */
export function labelName(text: string): string {
  const bare = text.replace(/^[【〖]|[】〗]$/g, '').replace(/^[◎◆●■▲★☆]\s*/, '')
  const numbering = readNumbering(bare)
  return (numbering?.level === 1 ? bare.slice(numbering.label.length) : bare).trim()
}
