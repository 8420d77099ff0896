import { comparable } from '../forms/characters.js'
import type { TextLine } from '../text/text-lines.js'
import { findTitles } from './anchors.js'
import type { Doubt } from './bulletin-import.js'
import { type ContentsEntry, type ContentsPage, labelName, shownEntry } from './contents-page.js'
import { guessTitle, placeTitle, type TitlePlace } from './title-place.js'

/** Where everything stands in the body, before anything is read closely. Indices into the body lines. */
export interface Plan {
  readonly columns: readonly { readonly name: string | null; readonly articles: readonly PlannedArticle[] }[]
  /** Body lines that are column labels. */
  readonly labels: ReadonlySet<number>
  readonly doubts: readonly Doubt[]
}

export interface PlannedArticle extends TitlePlace {
  readonly entry: ContentsEntry | null
}

interface Column {
  name: string | null
  articles: PlannedArticle[]
}

/** Follows the contents page through the body, in order. */
export function planFromContents(contents: ContentsPage, lines: readonly TextLine[]): Plan {
  const columns: Column[] = []
  const doubts: Doubt[] = []
  let cursor = 0
  contents.entries.forEach((entry, index) => {
    if (entry.kind === 'label') {
      columns.push({ name: labelName(entry.text), articles: [] })
      return
    }
    if (columns.length === 0) columns.push({ name: null, articles: [] })
    const place = placeTitle(entry, lines, cursor) ?? guess(entry, contents.entries.slice(index + 1), lines, cursor, doubts)
    if (place === null) return
    columns.at(-1)?.articles.push({ ...place, entry })
    cursor = place.at + place.used
  })
  const filled = columns.filter((column) => column.articles.length > 0)
  return { columns: filled, labels: labelLines(contents.entries, filled, lines), doubts }
}

/** A title the body does not say word for word is looked for up to the next title that is there. */
function guess(
  entry: ContentsEntry,
  later: readonly ContentsEntry[],
  lines: readonly TextLine[],
  from: number,
  doubts: Doubt[],
): TitlePlace | null {
  const next = later
    .filter((one) => one.kind === 'title')
    .map((one) => placeTitle(one, lines, from))
    .find((place) => place !== null)
  const place = guessTitle(entry, lines, from, next?.at ?? lines.length)
  const line = place === null ? null : (lines[place.at]?.number ?? null)
  doubts.push({ code: place === null ? 'ingest/title-not-found' : 'ingest/title-differs', params: { title: shownEntry(entry.text) }, line })
  return place
}

/** A column's label in the body stands just above its first article; parts may stand in the contents only. */
function labelLines(entries: readonly ContentsEntry[], columns: readonly Column[], lines: readonly TextLine[]): Set<number> {
  const wanted = new Set(entries.filter((entry) => entry.kind === 'label').map((entry) => comparable(entry.text)))
  const labels = new Set<number>()
  for (const column of columns) {
    const above = (column.articles[0]?.at ?? 0) - 1
    if (above >= 0 && wanted.has(comparable(lines[above]?.text ?? ''))) labels.add(above)
  }
  return labels
}

/** Reads the body alone: titles by their sources, columns by a 【label】 above a title. */
export function planFromBody(lines: readonly TextLine[]): Plan {
  const places = findTitles(lines)
  const columns: Column[] = []
  const labels = new Set<number>()
  for (const place of places) {
    const label = /^[【〖](.{2,12})[】〗]$/.exec(lines[place.at - 1]?.text ?? '')
    if (label?.[1] !== undefined) {
      labels.add(place.at - 1)
      columns.push({ name: label[1], articles: [] })
    }
    if (columns.length === 0) columns.push({ name: null, articles: [] })
    columns.at(-1)?.articles.push({ ...place, entry: null })
  }
  return { columns, labels, doubts: [] }
}
