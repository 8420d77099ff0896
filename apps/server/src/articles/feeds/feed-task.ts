import { Refusal } from '#lib/editorial'
import { readFeed, readListPage, type Watched } from '#lib/ingest'
import type { UnreadFeed } from './feed-reader.js'

/** Reads what a visit brought: a feed, or a page that lists articles; a rule for the page says it is one. */
export function readWatched({ bytes, url, list }: UnreadFeed): Watched {
  if (list !== null) return listed(bytes, url, list)
  try {
    return readFeed(bytes, url)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'ingest/not-feed') return listed(bytes, url, null)
    throw error
  }
}

function listed(bytes: Uint8Array, url: string, list: UnreadFeed['list']): Watched {
  const { title, items } = readListPage(bytes, url, list)
  return { title, items }
}
