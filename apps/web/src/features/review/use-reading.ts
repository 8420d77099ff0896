import { useCallback, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { IssueAnswer, LookAnswer, PlacedArticle } from '#lib/editorial'

export interface Reading {
  readonly articles: readonly PlacedArticle[]
  readonly article: PlacedArticle | undefined
  readonly at: number
  readonly go: (at: number) => void
  readonly seen: ReadonlySet<string>
  readonly setSeen: (placed: PlacedArticle, seen: boolean) => void
  /** The version of an article that was looked at last, where a newer one stands there now. */
  readonly seenBefore: (placed: PlacedArticle) => number | undefined
}

/** An article is seen in the version that was looked at: a newer one has to be looked at again. */
export const seenMark = ({ article, version }: PlacedArticle): string => `${article} ${version}`

/** Which article of the issue is read now (kept in the address) and which were read already (kept in this browser). */
export function useReading(issue: IssueAnswer, look: LookAnswer | undefined): Reading {
  const [search, setSearch] = useSearchParams()
  const articles = useMemo(() => issue.columns.flatMap((column) => column.articles), [issue.columns])
  const wanted = search.get('article')
  const found = articles.findIndex((one) => one.article === wanted)
  const at = found < 0 ? 0 : found
  const [seen, setSeen] = useState<ReadonlySet<string>>(() => kept(issue.id))

  const go = useCallback(
    (next: number): void => {
      const target = articles[next]
      if (target !== undefined) setSearch({ article: target.article }, { replace: true, preventScrollReset: true })
    },
    [articles, setSearch],
  )
  const mark = useCallback(
    (placed: PlacedArticle, now: boolean): void =>
      setSeen((before) => {
        const after = new Set(before)
        if (now) after.add(seenMark(placed))
        else after.delete(seenMark(placed))
        keep(issue.id, after)
        return after
      }),
    [issue.id],
  )
  const seenBefore = useCallback((placed: PlacedArticle) => olderSeen(seen, placed) ?? versionSeen(look, placed), [look, seen])
  return { articles, article: articles[at], at, go, seen, setSeen: mark, seenBefore }
}

function olderSeen(seen: ReadonlySet<string>, { article, version }: PlacedArticle): number | undefined {
  const versions = [...seen].filter((mark) => mark.startsWith(`${article} `)).map((mark) => Number(mark.slice(article.length + 1)))
  const older = versions.filter((one) => one < version)
  return versions.includes(version) || older.length === 0 ? undefined : Math.max(...older)
}

/** By the server's mark, where this browser has none: whoever looks from another machine. */
const versionSeen = (look: LookAnswer | undefined, { article, version }: PlacedArticle): number | undefined => {
  const from = look?.articles.find((one) => one.article === article && one.change === 'changed')?.from
  return from === null || from === undefined || from >= version ? undefined : from
}

const keyOf = (issue: string): string => `bianyin.seen.${issue}`

function kept(issue: string): ReadonlySet<string> {
  try {
    const marks: unknown = JSON.parse(localStorage.getItem(keyOf(issue)) ?? '[]')
    return new Set(Array.isArray(marks) ? marks.filter((mark) => typeof mark === 'string') : [])
  } catch {
    return new Set()
  }
}

function keep(issue: string, marks: ReadonlySet<string>): void {
  try {
    localStorage.setItem(keyOf(issue), JSON.stringify([...marks]))
  } catch {
    // The ticks then last as long as the page.
  }
}
