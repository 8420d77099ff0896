import { readDate } from '#lib/editorial'
import type { Element } from '../html/dom.js'
import { linesOf } from '../html/page-lines.js'
import { summaryLine } from './watched-item.js'

/** What a row says beside its title. */
export interface RowFacts {
  readonly date: string | null
  readonly source: string | null
  readonly summary: string | null
}

/** House: shorter text in a row is a label or a date. */
const SHORTEST_SUMMARY = 20

export function rowFacts(row: Element, title: string, url: string): RowFacts {
  const lines = linesOf(row)
    .split('\n')
    .filter((line) => line !== '' && line !== title)
  const text = lines.join('\n')
  const source = /(?:来源|出处)\s*[：:]\s*([^\s|｜]{2,30})/.exec(text)?.[1] ?? null
  const summary = lines.filter((line) => line.length >= SHORTEST_SUMMARY && !title.startsWith(line.replace(/(?:…|\.{2,})$/, '')))
  return {
    date: dateIn(text) ?? dateOfAddress(url),
    source,
    summary: summaryLine([...summary].sort((a, b) => b.length - a.length)[0] ?? ''),
  }
}

/** A day written whole; or the day and, in an element of its own, the month, in either order. */
export function dateIn(text: string): string | null {
  const whole = readDate(/\d{4}\s*[年\-./－]\s*\d{1,2}\s*[月\-./－]\s*\d{1,2}/.exec(text)?.[0] ?? '')
  if (whole !== null) return whole
  const dayFirst = /(?<![\d-])(\d{1,2})日?\s*\n\s*(20\d{2})\s*[年\-./]\s*(\d{1,2})/.exec(text)
  if (dayFirst !== null) return readDate(`${dayFirst[2]}-${dayFirst[3]}-${dayFirst[1]}`)
  const yearLast = /(?<![\d-])(\d{1,2})\s*[月\-./]\s*(\d{1,2})日?\s*\n\s*(20\d{2})(?!\d)/.exec(text)
  if (yearLast !== null) return readDate(`${yearLast[3]}-${yearLast[1]}-${yearLast[2]}`)
  const yearFirst = /(20\d{2})年?\s*\n\s*(\d{1,2})\s*[月\-./]\s*(\d{1,2})/.exec(text)
  return yearFirst === null ? null : readDate(`${yearFirst[1]}-${yearFirst[2]}-${yearFirst[3]}`)
}

/** Publishing systems put the day into the address: `t20250304_12.html`, `/2025-03/04/`, `/2025/0304/`. */
export function dateOfAddress(url: string): string | null {
  const found = /\/t(20\d{2})(\d{2})(\d{2})_/.exec(url) ?? /\/(20\d{2})[-/]?(\d{2})[-/]?(\d{2})\//.exec(url)
  return found === null ? null : readDate(`${found[1]}-${found[2]}-${found[3]}`)
}
