import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { FetchAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { underWay } from '../../lib/recent-fetches.js'
import { Tag, type Tone } from '../../ui/state-tag.js'
import styles from './inbox.module.css'

interface FetchListProps {
  readonly fetches: readonly FetchAnswer[]
  readonly mayCollect: boolean
  readonly onRetry: (id: string) => void
  readonly onCancel: (id: string) => void
}

const tones: Readonly<Record<FetchAnswer['state'], Tone>> = {
  queued: 'plain',
  running: 'busy',
  done: 'good',
  failed: 'bad',
  cancelled: 'plain',
}

/** Rows shown before one asks for the rest; what failed wants a person and is always shown. */
const FIRST = 6

/** What became of each address: the article it is now, what was noticed, or why it could not be had and what to do instead. */
export function FetchList({ fetches, mayCollect, onRetry, onCancel }: FetchListProps) {
  const { inbox, more } = useTexts()
  const [all, setAll] = useState(false)
  if (fetches.length === 0) return null
  const done = fetches.filter((one) => !underWay(one)).length
  const shown = all ? fetches : fetches.filter((one, at) => at < FIRST || underWay(one) || one.state === 'failed')
  return (
    <section className="card" aria-label={inbox.fetches}>
      <header className={styles.resultsHead}>
        <h2>{inbox.fetches}</h2>
        <span className="quiet small" role="status">
          {inbox.fetchedOf(done, fetches.length)}
        </span>
      </header>
      <ul>
        {shown.map((fetch) => (
          <li key={fetch.id} className={styles.taking}>
            <Tag tone={tones[fetch.state]}>{inbox.fetchStates[fetch.state]}</Tag>
            <FetchWords fetch={fetch} />
            {mayCollect && (fetch.state === 'failed' || fetch.state === 'cancelled') && (
              <Button size="small" aria-label={`${inbox.fetchRetry} ${fetch.url}`} onClick={() => onRetry(fetch.id)}>
                {inbox.fetchRetry}
              </Button>
            )}
            {mayCollect && underWay(fetch) && (
              <Button size="small" aria-label={`${inbox.fetchCancel} ${fetch.url}`} onClick={() => onCancel(fetch.id)}>
                {inbox.fetchCancel}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < fetches.length && (
        <div className="card-body">
          <Button size="small" onClick={() => setAll(true)}>
            {more}
          </Button>
        </div>
      )}
    </section>
  )
}

function FetchWords({ fetch }: { readonly fetch: FetchAnswer }) {
  const { inbox } = useTexts()
  return (
    <div className="grow">
      {fetch.article !== null && fetch.title !== null && (
        <p>
          <Link to={`/p/${fetch.publication}/articles/${fetch.article}`}>{fetch.title}</Link>
          {fetch.differs === true && <span className="small"> {inbox.differs}</span>}
        </p>
      )}
      <p className={`quiet small ${styles.address}`}>{fetch.url}</p>
      {fetch.error !== null && <p className={styles.error}>{fetch.error.message}</p>}
      {fetch.warnings.map((warning, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: warnings of one reading never change
        <p key={at} className="quiet small">
          {warning.message}
        </p>
      ))}
    </div>
  )
}
