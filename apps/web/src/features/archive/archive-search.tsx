import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { search } from '../../lib/api/search.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Loaded } from '../../ui/loaded.js'
import styles from './import.module.css'
import { SearchHits } from './search-hits.js'

type Where = 'issues' | 'articles'

/** 检索: words in released issues, to the page, or in all articles. What is looked for stands in the address. */
export function ArchiveSearch({ publication }: { readonly publication: string }) {
  const { archive } = useTexts()
  const [asked, setAsked] = useSearchParams()
  const q = asked.get('q') ?? ''
  const where: Where = asked.get('in') === 'articles' ? 'articles' : 'issues'
  const [typed, setTyped] = useState(q)
  const ask = (text: string, place: Where): void => setAsked(text === '' ? {} : { q: text, in: place }, { replace: true })
  return (
    <section className="card" aria-label={archive.search}>
      <search className={styles.search}>
        <Input.Search
          allowClear
          aria-label={archive.search}
          placeholder={archive.searchHint}
          enterButton={archive.searchGo}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onSearch={(text) => ask(text.trim(), where)}
        />
        <Segmented<Where>
          aria-label={archive.searchIn}
          value={where}
          options={[
            { value: 'issues', label: archive.inIssues },
            { value: 'articles', label: archive.inArticles },
          ]}
          onChange={(place: Where) => ask(typed.trim(), place)}
        />
      </search>
      {q !== '' && <Found publication={publication} q={q} where={where} />}
    </section>
  )
}

function Found({ publication, q, where }: { readonly publication: string; readonly q: string; readonly where: Where }) {
  const { archive, next } = useTexts()
  const found = useInfiniteQuery({
    queryKey: keys.search(publication, where, q),
    queryFn: ({ pageParam }) => search({ q, in: where, publication, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <Loaded of={found}>
      {({ pages }) => {
        const hits = pages.flatMap((page) => page.items)
        if (hits.length === 0) return <p className="card-body quiet">{archive.nothingFound}</p>
        return (
          <>
            <SearchHits hits={hits} />
            {found.hasNextPage && (
              <div className="card-body">
                <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                  {next}
                </Button>
              </div>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
