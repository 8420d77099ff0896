import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useDeferredValue, useRef, useState } from 'react'
import { readArticles } from '../../lib/api/articles.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Loaded } from '../../ui/loaded.js'
import { ArticleRow } from './article-row.js'
import styles from './inbox.module.css'
import { useIssueNames } from './use-issue-names.js'
import { useListKeys } from './use-list-keys.js'

/** The articles of a publication, newest first; those in no issue yet, or all. */
export function ArticleList({ publication }: { readonly publication: string }) {
  const texts = useTexts()
  const [title, setTitle] = useState('')
  const [which, setWhich] = useState<'unplaced' | 'all'>('unplaced')
  const search = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const wanted = useDeferredValue(title.trim())
  const issueNames = useIssueNames(publication)
  useListKeys(body, () => search.current?.querySelector('input')?.focus())
  const list = useInfiniteQuery({
    queryKey: [...keys.articles(publication), { wanted, which }],
    queryFn: ({ pageParam }) =>
      readArticles(publication, {
        title: wanted === '' ? undefined : wanted,
        unplaced: which === 'unplaced' ? 'true' : undefined,
        after: pageParam,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
  return (
    <section className="card" aria-label={texts.inbox.title}>
      <div className={styles.filters}>
        <div ref={search}>
          <Input
            allowClear
            className={styles.search ?? ''}
            aria-label={texts.inbox.search}
            placeholder={texts.inbox.search}
            maxLength={100}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <Segmented
          aria-label={texts.inbox.which}
          value={which}
          options={[
            { value: 'unplaced', label: texts.inbox.unplaced },
            { value: 'all', label: texts.inbox.all },
          ]}
          onChange={setWhich}
        />
        <span className="quiet small">{texts.inbox.keys}</span>
      </div>
      <Loaded of={list}>
        {({ pages }) => {
          const articles = pages.flatMap((page) => page.items)
          if (articles.length === 0)
            return <p className="card-body quiet">{wanted === '' && which === 'all' ? texts.inbox.empty : texts.inbox.noMatch}</p>
          return (
            <table className="lines">
              <thead>
                <tr>
                  <th>{texts.inbox.heading}</th>
                  <th>{texts.inbox.source}</th>
                  <th>{texts.inbox.date}</th>
                  <th className="numeric">{texts.inbox.length}</th>
                  {which === 'all' && <th>{texts.inbox.issue}</th>}
                  <th>{texts.inbox.saved}</th>
                  <th>
                    <span className="unseen">{texts.actions}</span>
                  </th>
                </tr>
              </thead>
              <tbody ref={body}>
                {articles.map((article) => (
                  <ArticleRow
                    key={article.id}
                    article={article}
                    publication={publication}
                    withIssue={which === 'all'}
                    issueName={article.issue === null ? null : (issueNames.get(article.issue) ?? texts.nav.issues)}
                  />
                ))}
              </tbody>
            </table>
          )
        }}
      </Loaded>
      {list.hasNextPage && (
        <div className="card-body">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {texts.next}
          </Button>
        </div>
      )}
    </section>
  )
}
