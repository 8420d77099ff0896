import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import { can, type FeedAnswer, type PublicationAnswer } from '#lib/editorial'
import { readFeeds } from '../../lib/api/feeds.js'
import { readFetches } from '../../lib/api/fetches.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { recentFetches } from '../../lib/recent-fetches.js'
import { useActor } from '../../lib/session.js'
import { Tag } from '../../ui/state-tag.js'
import styles from './desk.module.css'

/** Feeds that fell silent or cannot be had, and addresses that did not come, for whoever collects; nothing where all is well. */
export function TroubleList({ publications }: { readonly publications: readonly PublicationAnswer[] }) {
  const texts = useTexts()
  const actor = useActor()
  const own = publications.filter((one) => can(actor, 'collect sources', one.id))
  const feeds = useQueries({ queries: own.map(({ id }) => ({ queryKey: keys.feeds(id), queryFn: () => readFeeds(id) })) })
  const fetches = useQueries({ queries: own.map(({ id }) => ({ queryKey: keys.fetches(id), queryFn: () => readFetches(id) })) })
  const troubles = own.map((publication, at) => ({
    publication,
    feeds: feeds[at]?.data?.items.filter(isTroubled) ?? [],
    failed: recentFetches(fetches[at]?.data?.items, Date.now()).filter((one) => one.state === 'failed').length,
  }))
  if (troubles.every((one) => one.feeds.length === 0 && one.failed === 0)) return null
  return (
    <section className="card" aria-labelledby="trouble">
      <header className={styles.head}>
        <h2 id="trouble">{texts.desk.trouble}</h2>
      </header>
      <ul>
        {troubles.map(({ publication, failed }) =>
          failed === 0 ? null : (
            <li key={publication.id} className={styles.task}>
              <Tag tone="bad">{texts.inbox.fetchStates.failed}</Tag>
              <Link className="grow" to={`/p/${publication.id}/inbox`}>
                {texts.desk.failedAddresses(failed)}
              </Link>
              {publications.length > 1 && <span className="quiet small">{publication.name}</span>}
            </li>
          ),
        )}
        {troubles.flatMap(({ publication, feeds: troubled }) =>
          troubled.map((feed) => (
            <li key={feed.id} className={styles.task}>
              <Tag tone={feed.health === 'failing' || feed.health === 'barred' ? 'bad' : 'warn'}>{texts.feed.healths[feed.health]}</Tag>
              <Link to={`/p/${publication.id}/settings/feeds`}>{feed.name}</Link>
              <span className="grow quiet">{feed.trouble}</span>
              {publications.length > 1 && <span className="quiet small">{publication.name}</span>}
            </li>
          )),
        )}
      </ul>
    </section>
  )
}

const isTroubled = (feed: FeedAnswer): boolean => !feed.paused && feed.health !== 'new' && feed.health !== 'good'
