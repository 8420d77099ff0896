import { type ArticleContent, blockText } from '#lib/editorial'
import type { Field, Finding } from '../finding.js'
import { diffText } from './diff-text.js'
import type { Stretch } from './stretch.js'

/** Where a position of the text before stands in the text after. At a place where text came, `before` stays in front of it, `after` goes behind it. */
export function mapPosition(stretches: readonly Stretch[], position: number, side: 'before' | 'after' = 'after'): number {
  let [left, to] = [position, 0]
  for (const { kind, text } of stretches) {
    if (kind === 'new') {
      if (left > 0 || side === 'after') to += text.length
      continue
    }
    if (left < text.length || (left === text.length && side === 'before')) return kind === 'same' ? to + left : to
    left -= text.length
    if (kind === 'same') to += text.length
  }
  return to
}

/** Where a range stands after a change; null when nothing of it stayed. Text that came at its ends is outside, inside it belongs to it. */
export function mapRange(stretches: readonly Stretch[], from: number, to: number): { readonly from: number; readonly to: number } | null {
  const [start, end] = [mapPosition(stretches, from, 'after'), mapPosition(stretches, to, 'before')]
  if (from === to) return { from: start, to: start }
  return start < end && keptBetween(stretches, from, to) ? { from: start, to: end } : null
}

function keptBetween(stretches: readonly Stretch[], from: number, to: number): boolean {
  let at = 0
  for (const { kind, text } of stretches) {
    if (kind === 'new') continue
    if (kind === 'same' && at < to && at + text.length > from) return true
    at += text.length
  }
  return false
}

/** A place in an article: in a block, or in a field of its head; neither is the article as a whole. */
export type Place = Pick<Finding, 'block' | 'field' | 'from' | 'to'>

/**
 * Follows places of one version into another, through paragraphs written before them, parted, joined and moved along. The answer is null when
 * the words are gone.
 */
export function placeMap(before: ArticleContent, after: ArticleContent): (place: Place) => Place | null {
  const [a, b] = [wholeOf(before), wholeOf(after)]
  const stretches = diffText(a.text, b.text)
  const fields = new Map<Field, readonly Stretch[]>()
  return (place) => {
    if (place.block === null) return inField(before, after, place, fields)
    const start = a.starts[place.block]
    if (start === undefined) return null
    const range = mapRange(stretches, start + place.from, start + place.to)
    return range === null ? null : inBlock(b, range)
  }
}

interface Whole {
  readonly text: string
  /** Where each block begins in the text. */
  readonly starts: readonly number[]
}

function wholeOf(content: ArticleContent): Whole {
  const texts = content.blocks.map(blockText)
  let at = 0
  const starts = texts.map((text) => {
    const start = at
    at += text.length + 1
    return start
  })
  return { text: texts.map((text) => `${text}\n`).join(''), starts }
}

/** A range that now lies over two blocks keeps its part in the first. */
function inBlock(whole: Whole, range: { readonly from: number; readonly to: number }): Place | null {
  const block = whole.starts.findLastIndex((start) => start <= range.from)
  const start = whole.starts[block]
  if (start === undefined) return null
  const end = (whole.starts[block + 1] ?? whole.text.length) - 1
  return { block, field: null, from: Math.min(range.from, end) - start, to: Math.min(range.to, end) - start }
}

function inField(before: ArticleContent, after: ArticleContent, place: Place, known: Map<Field, readonly Stretch[]>): Place | null {
  const field = place.field
  if (field === null) return place
  const stretches = known.get(field) ?? diffText(before[field] ?? '', after[field] ?? '')
  known.set(field, stretches)
  const range = mapRange(stretches, place.from, place.to)
  return range === null ? null : { block: null, field, ...range }
}

/** The findings of one version that still stand, word for word, in another, each at its new place. */
export function mapFindings<Kind extends Place & Pick<Finding, 'text'>>(
  before: ArticleContent,
  after: ArticleContent,
  findings: readonly Kind[],
): readonly Kind[] {
  const follow = placeMap(before, after)
  return findings.flatMap((finding) => {
    const place = follow(finding)
    return place !== null && textAt(after, place) === finding.text ? [{ ...finding, ...place }] : []
  })
}

/** The words at a place. */
export function textAt(content: ArticleContent, place: Place): string {
  const block = place.block === null ? undefined : content.blocks[place.block]
  const field = place.field === null ? '' : (content[place.field] ?? '')
  return (block === undefined ? field : blockText(block)).slice(place.from, place.to)
}
