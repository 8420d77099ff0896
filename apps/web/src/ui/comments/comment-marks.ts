import type { CommentAnswer } from '#lib/editorial'
import type { Mark } from '../marked-runs.js'

export const commentMark = (comment: CommentAnswer): string => `comment-${comment.id}`

/** Open remarks as marks in the text, by block, behind what the rules found. */
export function withComments(
  marks: ReadonlyMap<number, readonly Mark[]>,
  comments: readonly CommentAnswer[] | undefined,
): ReadonlyMap<number, readonly Mark[]> {
  const all = new Map(marks)
  for (const comment of comments ?? []) {
    const block = comment.passage?.block ?? null
    if (comment.state !== 'open' || comment.passage === null || block === null) continue
    const { from, to } = comment.passage
    const mark: Mark = { from, to, tone: 'remark', id: commentMark(comment), title: comment.text }
    all.set(block, [...(all.get(block) ?? []), mark])
  }
  return all
}
