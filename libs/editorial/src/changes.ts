import { contentHash } from './canonical.js'
import { articlesInOrder } from './issue.js'
import type { ArticleContent } from './manuscript.js'
import type { PressOrder } from './press-order.js'
import type { RefusalParams } from './refusal.js'

/** One thing that differs between two submissions, as a code with its figures. */
export interface Change {
  readonly code: string
  readonly params: RefusalParams
}

interface Placed {
  readonly title: string
  readonly hash: string
  readonly column: string
  readonly at: number
}

interface Pair {
  readonly before: Placed
  readonly after: Placed
}

/**
 * What a reviewer has to look at again: articles added, removed, changed or moved, then the issue's own facts, template and faces.
 * Articles are the same when their content is; what is left is matched by title.
 */
export function changesBetween(before: PressOrder, after: PressOrder): Change[] {
  const old = placed(before)
  const now = placed(after)
  const pairs = pairUp(old, now)
  const kept = new Set(pairs.flatMap((pair) => [pair.before, pair.after]))
  return [
    ...now.filter((one) => !kept.has(one)).map((one) => change('change/article-added', one)),
    ...old.filter((one) => !kept.has(one)).map((one) => change('change/article-removed', one)),
    ...pairs.filter((pair) => pair.before.hash !== pair.after.hash).map((pair) => change('change/article-changed', pair.after)),
    ...pairs.filter((pair) => pair.before.column !== pair.after.column).map((pair) => change('change/article-moved', pair.after)),
    ...orderChange(pairs),
    ...factChanges(before, after),
  ]
}

const change = (code: string, one: Placed): Change => ({ code, params: { title: one.title } })

function placed(order: PressOrder): Placed[] {
  return articlesInOrder(order.issue).map(({ column, article }, at) => ({
    title: titleOf(article),
    hash: contentHash(article),
    column: column.name ?? '',
    at,
  }))
}

const titleOf = (article: ArticleContent): string => article.title

function pairUp(old: readonly Placed[], now: readonly Placed[]): Pair[] {
  const free = new Set(old)
  const pairs: Pair[] = []
  const take = (matches: (before: Placed, after: Placed) => boolean): void => {
    for (const after of now) {
      if (pairs.some((pair) => pair.after === after)) continue
      const before = [...free].find((one) => matches(one, after))
      if (before === undefined) continue
      free.delete(before)
      pairs.push({ before, after })
    }
  }
  take((one, other) => one.hash === other.hash)
  take((one, other) => one.title === other.title)
  return pairs
}

function orderChange(pairs: readonly Pair[]): Change[] {
  const inNewOrder = [...pairs].sort((a, b) => a.after.at - b.after.at)
  const moved = inNewOrder.some((pair, index) => index > 0 && pair.before.at < (inNewOrder[index - 1]?.before.at ?? 0))
  return moved ? [{ code: 'change/order', params: {} }] : []
}

function factChanges(before: PressOrder, after: PressOrder): Change[] {
  const { columns: _, ...was } = before.issue
  const { columns: __, ...is } = after.issue
  const differs = (code: string, one: unknown, other: unknown): Change[] =>
    contentHash(one) === contentHash(other) ? [] : [{ code, params: {} }]
  return [
    ...differs('change/issue-facts', was, is),
    ...differs('change/template', [before.style, before.template], [after.style, after.template]),
    ...differs('change/faces', before.faces, after.faces),
  ]
}
