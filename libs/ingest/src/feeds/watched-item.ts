import { fitLine } from '#lib/editorial'
import { normaliseUrl } from '../duplicates/normalise-url.js'

/** An article that a feed or a page of lists offers. */
export interface WatchedItem {
  readonly title: string
  readonly url: string
  /** The day it is of, in Shanghai, ISO. */
  readonly date: string | null
  readonly source: string | null
  /** What it is about, as plain text of one line. */
  readonly summary: string | null
}

/** What was read at one visit. */
export interface Watched {
  readonly title: string | null
  readonly items: readonly WatchedItem[]
}

/** House: a visit comes every hour or so; no source brings two hundred articles in that time. */
const MOST_ITEMS = 200
/** House: three lines on the screen. */
const LONGEST_SUMMARY = 200
const LONGEST_TITLE = 300

/** One line of plain text, cut at so many characters. */
export function oneLine(text: string, longest: number = LONGEST_TITLE): string {
  const line = fitLine(text.replace(/\s+/g, ' ').trim())
  const characters = [...line]
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line
}

export const summaryLine = (text: string): string | null => oneLine(text, LONGEST_SUMMARY) || null

/** Each address once, in the order read, no more than a visit can bring. */
export function eachOnce(items: readonly WatchedItem[]): WatchedItem[] {
  const seen = new Set<string>()
  const kept = items.filter(({ url }) => {
    const key = normaliseUrl(url)
    if (key === null || seen.has(key)) return false
    seen.add(key)
    return true
  })
  return kept.slice(0, MOST_ITEMS)
}
