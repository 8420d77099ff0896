import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FixAnswer, FixLine, PlacedArticle } from '#lib/editorial'
import { previewFixes, putFixes, undoFixes } from '../../lib/api/fixes.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../../ui/say.js'

/** An article with the fixes it could have, in its newest version. */
export interface Fixable {
  readonly placed: PlacedArticle
  readonly version: number
  readonly lines: readonly FixLine[]
}

/** What became of an article: its fixes are in, or were taken back. */
export interface Fixed {
  readonly placed: PlacedArticle
  readonly answer: FixAnswer
  readonly undone: boolean
}

export const fixId = (article: string, { rule, block, field, from }: FixLine): string => `${article} ${rule} ${block ?? field} ${from}`

/** The fixes of many articles: previewed one by one, put in article by article, each batch to be taken back. */
export function useBatchFixes(articles: readonly PlacedArticle[], onSaved: (saved: ReadonlyMap<string, number>) => void) {
  const say = useSay()
  const client = useQueryClient()
  const [done, setDone] = useState<readonly Fixed[]>([])
  // What is offered is fixed when the dialog opens: a version saved by it is not offered anew.
  const [offered] = useState(() => articles.map((placed) => ({ placed, version: placed.newer ?? placed.version })))
  const previews = useQueries({
    queries: offered.map(({ placed, version }) => ({
      queryKey: keys.fixes(placed.article, version),
      queryFn: () => previewFixes(placed.article, version),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  const fixables: readonly Fixable[] = offered.flatMap((one, at) => {
    const lines = previews[at]?.data?.fixes ?? []
    return lines.length === 0 ? [] : [{ ...one, lines }]
  })
  const saved = (all: readonly Fixed[]): void => {
    for (const { placed } of all) void client.invalidateQueries({ queryKey: keys.article(placed.article) })
    onSaved(new Map(all.map(({ placed, answer }) => [placed.article, answer.version])))
  }
  const apply = useMutation({
    mutationFn: (wanted: readonly Fixable[]) =>
      oneByOne(wanted, async ({ placed, version, lines }): Promise<Fixed> => {
        const fixed = { placed, answer: await putFixes(placed.article, version, lines), undone: false }
        setDone((before) => [...before, fixed])
        return fixed
      }),
    onSuccess: saved,
    onError: say.problem,
  })
  const undo = useMutation({
    mutationFn: (wanted: readonly Fixed[]) =>
      oneByOne(wanted, async ({ placed, answer }): Promise<Fixed> => {
        const undone = { placed, answer: await undoFixes(placed.article, answer.version), undone: true }
        setDone((before) => before.map((one) => (one.placed.article === placed.article ? undone : one)))
        return undone
      }),
    onSuccess: saved,
    onError: say.problem,
  })
  return { fixables, pending: previews.some((one) => one.isPending), done, apply, undo }
}

export type BatchFixes = ReturnType<typeof useBatchFixes>

async function oneByOne<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return results
}
