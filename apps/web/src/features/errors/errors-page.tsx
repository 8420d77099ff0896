import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { can } from '#lib/editorial'
import { readErrors } from '../../lib/api/errors.js'
import { readErrorRates } from '../../lib/api/statistics.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { ErrorDialog } from '../../ui/errors/error-dialog.js'
import { Loaded } from '../../ui/loaded.js'
import { PageHead } from '../../ui/page-head.js'
import { ErrorCounts } from './error-counts.js'
import { ErrorTable } from './error-table.js'

/** 差错登记: the errors of an issue or of all, and what they come to by kind and stage. */
export function ErrorsPage() {
  const texts = useTexts()
  const { publication = '' } = useParams()
  const [issue, setIssue] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const mayKeep = can(useActor(), 'keep the error ledger', publication)
  const rates = useQuery({ queryKey: keys.errorRates(publication), queryFn: () => readErrorRates(publication) })
  const list = useErrorLines(publication, issue)
  return (
    <>
      <PageHead
        title={texts.errors.title}
        actions={
          <>
            <Select
              aria-label={texts.errors.issue}
              style={{ minWidth: '18rem' }}
              value={issue ?? ''}
              options={[
                { value: '', label: texts.errors.allIssues },
                ...(rates.data?.issues.map((one) => ({ value: one.issue, label: one.name })) ?? []),
              ]}
              onChange={(chosen: string) => setIssue(chosen === '' ? null : chosen)}
            />
            {mayKeep && (
              <Button type="primary" onClick={() => setAdding(true)}>
                {texts.errors.add}
              </Button>
            )}
          </>
        }
      />
      <div className="stack">
        <p className="quiet small">{texts.errors.lead}</p>
        {rates.data !== undefined && <ErrorCounts rates={rates.data} issue={issue} />}
        <section className="card" aria-label={texts.errors.title}>
          <Loaded of={list}>
            {({ pages }) => {
              const lines = pages.flatMap((page) => page.items)
              if (lines.length === 0) return <p className="card-body quiet">{texts.errors.none}</p>
              return <ErrorTable lines={lines} publication={publication} mayKeep={mayKeep} withIssue={issue === null} />
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
      </div>
      {adding && <ErrorDialog publication={publication} seed={{}} onClose={() => setAdding(false)} />}
    </>
  )
}

function useErrorLines(publication: string, issue: string | null) {
  return useInfiniteQuery({
    queryKey: [...keys.errors(publication), issue],
    queryFn: ({ pageParam }) => readErrors(publication, { issue: issue ?? undefined, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
}
