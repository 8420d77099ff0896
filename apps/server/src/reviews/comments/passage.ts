import { type ArticleContent, blockText } from '#lib/editorial'
import { placeMap } from '#lib/proof'
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

/** Follows passages of one version into another; null for words that are gone. */
export function passagesInto(made: ArticleContent, now: ArticleContent): (passage: Passage) => MovedPassage | null {
  const follow = placeMap(made, now)
  return (passage) => {
    const words = wordsAt(made, passage)
    const place = words === null ? null : follow(passage)
    if (place === null) return null
    const moved: Passage = { ...passage, block: place.block, from: place.from, to: place.to }
    return { ...moved, changed: wordsAt(now, moved) !== words }
  }
}
