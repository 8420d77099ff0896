import { diffText } from '../changes/diff-text.js'
import { FIXED_WORDING } from '../data/fixed-wording.js'

/** What a checker outside the house proposes for one paragraph: these words instead of those. */
export interface OutsideSuggestion {
  readonly old: string
  readonly new: string
}

/** Why a suggestion is not shown. */
export type NotShown = 'not-there' | 'same' | 'foreign' | 'too-different' | 'title' | 'figures' | 'name' | 'fixed-wording'

export interface Judged {
  readonly from: number
  readonly to: number
  readonly refused: NotShown | null
}

/** House: what changes more than this rewrites, and does not correct (collect-and-proof §5). */
const RATIO = { least: 0.8, most: 1.25 }

/**
 * Whether a suggestion from outside may be shown to an editor: its words stand in the paragraph, it is a correction and no rewriting, and it
 * touches no title in 《》, no figure, no name the house knows and no fixed wording, and brings nothing printed Chinese does not have.
 */
export function judgeSuggestion(paragraph: string, suggestion: OutsideSuggestion, names: readonly string[] = []): Judged {
  const from = suggestion.old === '' ? -1 : paragraph.indexOf(suggestion.old)
  if (from < 0) return { from: 0, to: 0, refused: 'not-there' }
  const place = { from, to: from + suggestion.old.length }
  return { ...place, refused: reasonAgainst(paragraph, from, suggestion, names) }
}

function reasonAgainst(paragraph: string, from: number, suggestion: OutsideSuggestion, names: readonly string[]): NotShown | null {
  if (suggestion.old === suggestion.new) return 'same'
  if (bringsForeign(suggestion)) return 'foreign'
  if (titleMarks(suggestion.old) !== titleMarks(suggestion.new)) return 'title'
  const ratio = [...suggestion.new].length / [...suggestion.old].length
  if (ratio < RATIO.least || ratio > RATIO.most) return 'too-different'
  if (figuresOf(suggestion.old) !== figuresOf(suggestion.new)) return 'figures'
  const touched = touchedPlaces(suggestion, from)
  const touches = (spans: readonly Span[]): boolean => spans.some((span) => touched.some((one) => one.from < span.to && one.to > span.from))
  if (touches([...paragraph.matchAll(/《[^《》]*》/g)].map((found) => ({ from: found.index, to: found.index + found[0].length }))))
    return 'title'
  if (touches(names.flatMap((name) => placesOf(paragraph, name)))) return 'name'
  if (touches(FIXED_WORDING.flatMap((phrase) => placesOf(paragraph, phrase)))) return 'fixed-wording'
  return null
}

/** House: a correction of printed Chinese brings no line break, no invisible character, no markup, no address and no Latin word that was not there. */
function bringsForeign({ old, new: next }: OutsideSuggestion): boolean {
  if (/[\p{C}\p{Zl}\p{Zp}<>{}\\|`@]/u.test(next)) return true
  return (next.match(/[A-Za-z]+/g) ?? []).some((word) => !old.includes(word))
}

const titleMarks = (text: string): string => (text.match(/[《》〈〉]/g) ?? []).join('')

interface Span {
  readonly from: number
  readonly to: number
}

const figuresOf = (text: string): string => (text.match(/[\d０-９〇一二三四五六七八九十百千万亿零两]+/g) ?? []).join(' ')

/** What the suggestion changes, as places of the paragraph; where something only comes in, a place without length, which touches what it lies inside of. */
function touchedPlaces(suggestion: OutsideSuggestion, start: number): Span[] {
  const touched: Span[] = []
  let at = start
  for (const { kind, text } of diffText(suggestion.old, suggestion.new)) {
    if (kind === 'new') touched.push({ from: at, to: at })
    else {
      if (kind === 'gone') touched.push({ from: at, to: at + text.length })
      at += text.length
    }
  }
  return touched
}

function placesOf(text: string, wanted: string): Span[] {
  const places: Span[] = []
  for (let from = wanted === '' ? -1 : text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1))
    places.push({ from, to: from + wanted.length })
  return places
}
