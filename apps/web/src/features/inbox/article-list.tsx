import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useDeferredValue, useRef, useState } from 'react'
import { readArticles } from '../../lib/api/articles.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Loaded } from '../../ui/loaded.js'
import { ArticleFilters, type Which } from './article-filters.js'
import { ArticleTable } from './article-table.js'
import styles from './inbox.module.css'
import { PlaceDialog } from './place-dialog.js'
import { useListKeys } from './use-list-keys.js'
import { usePicking } from './use-picking.js'

interface ArticleListProps {
  readonly publication: string
  /** Whether articles may be chosen and placed. */
  readonly mayEdit: boolean
  /** The key for bringing in more addresses. */
  readonly onFetch: () => void
}

/** The articles of a publication, newest first; those in no issue yet, or all. */
export function ArticleList({ publication, mayEdit, onFetch }: ArticleListProps) {
  const texts = useTexts()
  const [title, setTitle] = useState('')
  const [which, setWhich] = useState<Which>('unplaced')
  const search = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const wanted = useDeferredValue(title.trim())
  const list = useArticleLines(publication, wanted, which)
  const known = list.data?.pages.flatMap((page) => page.items) ?? []
  const picking = usePicking(mayEdit ? known : [])
  useListKeys(body, {
    '/': () => search.current?.querySelector('input')?.focus(),
    c: onFetch,
    x: picking.pick,
    e: picking.place,
  })
  return (
    <section className="card" aria-label={texts.inbox.title}>
      <ArticleFilters search={search} title={title} onTitle={setTitle} which={which} onWhich={setWhich} />
      {picking.chosen.length > 0 && (
        <div className={styles.picked}>
          <span role="status">{texts.inbox.picked(picking.chosen.length)}</span>
          <Button size="small" type="primary" onClick={() => picking.place()}>
            {texts.inbox.placeChosen}
          </Button>
          <Button size="small" onClick={picking.pickNone}>
            {texts.inbox.pickNone}
          </Button>
        </div>
      )}
      <Loaded of={list}>
        {() =>
          known.length === 0 ? (
            <p className="card-body quiet">{wanted === '' && which === 'all' ? texts.inbox.empty : texts.inbox.noMatch}</p>
          ) : (
            <ArticleTable
              publication={publication}
              articles={known}
              body={body}
              withIssue={which === 'all'}
              picking={mayEdit ? picking : undefined}
            />
          )
        }
      </Loaded>
      {list.hasNextPage && (
        <div className="card-body">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {texts.next}
          </Button>
        </div>
      )}
      <PlaceDialog publication={publication} articles={picking.placing} onClose={picking.leave} onPlaced={picking.placed} />
    </section>
  )
}

function useArticleLines(publication: string, title: string, which: Which) {
  return useInfiniteQuery({
    queryKey: [...keys.articles(publication), { title, which }],
    queryFn: ({ pageParam }) =>
      readArticles(publication, {
        title: title === '' ? undefined : title,
        unplaced: which === 'unplaced' ? 'true' : undefined,
        after: pageParam,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
}
