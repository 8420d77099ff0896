import type { ArticleContent } from '#lib/editorial'
import { type Passage, passagesOf } from '../passages.js'
import type { ArticleHit } from '../rule.js'

/** The passages an author wrote: what a quotation block says is another's. */
export const ownPassages = (content: ArticleContent): Passage[] =>
  passagesOf(content).filter(({ block }) => block === null || content.blocks[block]?.kind !== 'quote')

/** Whether a place lies inside “…” or 《…》: words of others, left as they are. */
export function isQuoted(text: string, from: number): boolean {
  const before = text.slice(0, from)
  const last = (sign: string): number => before.lastIndexOf(sign)
  return last('“') > last('”') || last('《') > last('》')
}

/** Every place of a word in a text. */
export function placesOf(text: string, word: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at)
  return places
}

/** A hit in a passage as a hit in its article. */
export const hitAt = (passage: Passage, from: number, to: number, more: Pick<ArticleHit, 'suggestion' | 'params'> = {}): ArticleHit => ({
  block: passage.block,
  ...(passage.field === null ? {} : { field: passage.field }),
  from: passage.at + from,
  to: passage.at + to,
  ...more,
})
