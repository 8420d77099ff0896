import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FeedAnswer, FeedRequest } from '#lib/editorial'
import { addFeed, changeFeed, removeFeed, visitFeed } from '../../lib/api/feeds.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../../ui/say.js'

/** What is done to the feeds; the list is read again after each. */
export function useFeedWork(publication: string) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const after = { onError: say.problem, onSettled: () => client.invalidateQueries({ queryKey: keys.feeds(publication) }) }
  const keep = useMutation({
    mutationFn: ({ feed, body }: { feed: FeedAnswer | null; body: FeedRequest }) =>
      feed === null ? addFeed(publication, body) : changeFeed(feed.id, feed.version, body),
    onSuccess: () => say.done(texts.saved),
    ...after,
  })
  const pause = useMutation({ mutationFn: (feed: FeedAnswer) => changeFeed(feed.id, feed.version, { paused: !feed.paused }), ...after })
  const visit = useMutation({
    mutationFn: (feed: FeedAnswer) => visitFeed(feed.id),
    onSuccess: () => say.done(texts.feed.visiting),
    ...after,
  })
  const remove = useMutation({ mutationFn: (feed: FeedAnswer) => removeFeed(feed.id, feed.version), ...after })
  return { keep, pause, visit, remove }
}

export type FeedWork = ReturnType<typeof useFeedWork>
