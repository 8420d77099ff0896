import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { can, type FeedAnswer } from '#lib/editorial'
import { readFeeds } from '../../lib/api/feeds.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { Loaded } from '../../ui/loaded.js'
import { PageHead } from '../../ui/page-head.js'
import { FeedDialog } from './feed-dialog.js'
import { FeedRow } from './feed-row.js'
import { useFeedWork } from './use-feed-work.js'

/** 信息源: sites that are asked by themselves, and how each of them does. */
export function FeedsPage() {
  const texts = useTexts()
  const { publication = '' } = useParams()
  const [open, setOpen] = useState<FeedAnswer | 'new' | null>(null)
  const mayCollect = can(useActor(), 'collect sources', publication)
  const work = useFeedWork(publication)
  const feeds = useQuery({ queryKey: keys.feeds(publication), queryFn: () => readFeeds(publication) })
  return (
    <>
      <PageHead
        title={texts.feed.title}
        actions={
          mayCollect && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {texts.feed.add}
            </Button>
          )
        }
      />
      <div className="stack">
        <p className="quiet small">{texts.feed.lead}</p>
        <section className="card" aria-label={texts.feed.title}>
          <Loaded of={feeds}>
            {({ items }) =>
              items.length === 0 ? (
                <p className="card-body quiet">{texts.feed.none}</p>
              ) : (
                <table className="lines">
                  <thead>
                    <tr>
                      <th>{texts.feed.name}</th>
                      <th>{texts.state}</th>
                      <th className="numeric">{texts.feed.waiting}</th>
                      <th>{texts.feed.asked}</th>
                      <th>
                        <span className="unseen">{texts.actions}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((feed) => (
                      <FeedRow key={feed.id} feed={feed} work={mayCollect ? work : undefined} onOpen={() => setOpen(feed)} />
                    ))}
                  </tbody>
                </table>
              )
            }
          </Loaded>
        </section>
      </div>
      {open !== null && (
        <FeedDialog feed={open === 'new' ? null : open} publication={publication} work={work} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
