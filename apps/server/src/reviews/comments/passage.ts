import { type ArticleContent, blockText } from '#lib/editorial'
import type { Comment } from './comment.entity.js'

type HeadField = 'title' | 'subtitle' | 'author' | 'source'

/** Some words of an article: a block or a field of the head, and UTF-16 offsets into its text. */
export interface Passage {
  readonly block: number | null
  readonly field: HeadField | null
  readonly from: number
  readonly to: number
}

export interface MovedPassage extends Passage {
  /** Whether the words themselves are others now. */
  readonly changed: boolean
}

export const passageOf = ({ block, field, starts, ends }: Comment): Passage | null =>
  starts === null || ends === null ? null : { block, field: field as HeadField | null, from: starts, to: ends }

/** The words of a passage; null where the article has no such place. */
export function wordsAt(content: ArticleContent, { block, field, from, to }: Passage): string | null {
  const text = block === null ? (field === null ? undefined : (content[field] ?? undefined)) : textOf(content, block)
  return text === undefined || to > text.length || from > to ? null : text.slice(from, to)
}

function textOf(content: ArticleContent, index: number): string | undefined {
  const block = content.blocks[index]
  return block === undefined ? undefined : blockText(block)
}

/** Where the words of one version stand in another; null when they are gone. A field stays in its field, a block may have moved among the blocks. */
export function passageIn(made: ArticleContent, now: ArticleContent, passage: Passage): MovedPassage | null {
  const words = wordsAt(made, passage)
  if (words === null) return null
  return passage.block === null ? inField(made, now, passage, words) : inBlocks(made, now, passage, words)
}

function inField(made: ArticleContent, now: ArticleContent, passage: Passage, words: string): MovedPassage | null {
  const field = passage.field ?? 'title'
  const moved = follow(made[field] ?? '', now[field] ?? '', passage)
  if (moved === null) return null
  return { ...passage, ...moved, changed: (now[field] ?? '').slice(moved.from, moved.to) !== words }
}

/** Blocks are read as one text, so that a paragraph that was split or joined keeps its remarks. */
function inBlocks(made: ArticleContent, now: ArticleContent, passage: Passage, words: string): MovedPassage | null {
  const before = wholeText(made)
  const after = wholeText(now)
  const at = (before.starts[passage.block ?? 0] ?? 0) + passage.from
  const moved = follow(before.text, after.text, { from: at, to: at + passage.to - passage.from })
  if (moved === null) return null
  const block = after.starts.findLastIndex((start) => start <= moved.from)
  const start = after.starts[block] ?? 0
  const end = (after.starts[block + 1] ?? after.text.length + 1) - 1
  const to = Math.min(moved.to, end)
  return { block, field: null, from: moved.from - start, to: to - start, changed: after.text.slice(moved.from, to) !== words }
}

function wholeText(content: ArticleContent): { text: string; starts: number[] } {
  const texts = content.blocks.map(blockText)
  let next = 0
  const starts = texts.map((text) => {
    const start = next
    next += text.length + 1
    return start
  })
  return { text: texts.join('\n'), starts }
}

interface Span {
  readonly from: number
  readonly to: number
}

/**
 * A stretch of one text in another that grew out of it. What both have in common at head and tail stays in its place;
 * between them the same words nearest to where they were are taken. Null when nothing of it is left.
 */
export function follow(before: string, after: string, { from, to }: Span): Span | null {
  const head = sameHead(before, after)
  const tail = sameTail(before, after, head)
  const shift = after.length - before.length
  if (to <= head) return { from, to }
  if (from >= before.length - tail) return { from: from + shift, to: to + shift }
  const found = nearest(after, before.slice(from, to), from)
  if (found !== null) return { from: found, to: found + to - from }
  if (from < head) return { from, to: Math.max(head, to > before.length - tail ? to + shift : head) }
  return to > before.length - tail ? { from: after.length - tail, to: to + shift } : null
}

function sameHead(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

function sameTail(a: string, b: string, head: number): number {
  let length = 0
  const most = Math.min(a.length, b.length) - head
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1
  return length
}

/** The occurrence of some words that lies nearest to a place. */
function nearest(text: string, words: string, place: number): number | null {
  if (words === '') return null
  const before = text.lastIndexOf(words, place)
  const after = text.indexOf(words, place)
  if (before === -1 || after === -1) return before === -1 && after === -1 ? null : Math.max(before, after)
  return place - before <= after - place ? before : after
}
