import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { FindAnswer, FindState } from '#lib/editorial'
import { decideFinds, readNewFinds } from '../../lib/api/feeds.js'
import { dateText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../../ui/say.js'
import { Tag } from '../../ui/state-tag.js'
import styles from './inbox.module.css'

interface FindListProps {
  readonly publication: string
  readonly mayCollect: boolean
}

/** House: a handful is decided at a glance; the rest waits behind a button. */
const FIRST = 5

/** 新到: what the feeds brought, to be collected or passed over. */
export function FindList({ publication, mayCollect }: FindListProps) {
  const { texts } = useSpoken()
  const say = useSay()
  const client = useQueryClient()
  const [all, setAll] = useState(false)
  const finds = useQuery({ queryKey: keys.finds(publication), queryFn: () => readNewFinds(publication) })
  const decide = useMutation({
    mutationFn: ({ ids, state }: { ids: readonly string[]; state: FindState }) => decideFinds(publication, ids, state),
    onError: say.problem,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.finds(publication) }),
        client.invalidateQueries({ queryKey: keys.fetches(publication) }),
        client.invalidateQueries({ queryKey: keys.feeds(publication) }),
      ]),
  })
  const items = finds.data?.items ?? []
  if (items.length === 0) return null
  const shown = all ? items : items.slice(0, FIRST)
  return (
    <section className="card" aria-label={texts.feed.finds}>
      <header className={styles.resultsHead}>
        <h2>{texts.feed.findsCount(items.length)}</h2>
        {mayCollect && (
          <Button
            size="small"
            disabled={decide.isPending}
            onClick={() => decide.mutate({ ids: items.map((one) => one.id), state: 'dismissed' })}
          >
            {texts.feed.passAll}
          </Button>
        )}
      </header>
      <ul>
        {shown.map((find) => (
          <FindLine
            key={find.id}
            find={find}
            busy={decide.isPending}
            onDecide={mayCollect ? (state) => decide.mutate({ ids: [find.id], state }) : undefined}
          />
        ))}
      </ul>
      {shown.length < items.length && (
        <div className="card-body">
          <Button size="small" onClick={() => setAll(true)}>
            {texts.more}
          </Button>
        </div>
      )}
    </section>
  )
}

interface FindLineProps {
  readonly find: FindAnswer
  readonly busy: boolean
  readonly onDecide: ((state: FindState) => void) | undefined
}

function FindLine({ find, busy, onDecide }: FindLineProps) {
  const { texts, language } = useSpoken()
  const facts = [find.feedName, find.source, find.date === null ? null : dateText(find.date, language)]
  return (
    <li className={styles.taking}>
      <div className="grow">
        <p>
          <a href={find.address} target="_blank" rel="noreferrer">
            {find.title}
          </a>{' '}
          {find.column !== null && <Tag>{texts.feed.suggests(find.column)}</Tag>}
        </p>
        <p className="quiet small">{[...new Set(facts.filter((part) => part !== null))].join('　')}</p>
      </div>
      {onDecide !== undefined && (
        <div className="row">
          <Button
            size="small"
            type="primary"
            disabled={busy}
            aria-label={`${texts.feed.keep} ${find.title}`}
            onClick={() => onDecide('kept')}
          >
            {texts.feed.keep}
          </Button>
          <Button size="small" disabled={busy} aria-label={`${texts.feed.pass} ${find.title}`} onClick={() => onDecide('dismissed')}>
            {texts.feed.pass}
          </Button>
        </div>
      )}
    </li>
  )
}
