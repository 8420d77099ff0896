import { Injectable } from '@nestjs/common'
import type { ListRule } from '#lib/editorial'
import type { Watched } from '#lib/ingest'
import { ChildPool } from '../../platform/children/child-pool.js'

export interface UnreadFeed {
  readonly bytes: Uint8Array
  readonly url: string
  readonly list: ListRule | null
}

export const feedTask = 'read-feed'

/** House: a feed of 5 MB is read in two seconds. */
const PATIENCE_MS = 20_000

/** Reads feeds and pages that list articles in a guarded child. */
@Injectable()
export class FeedReader {
  constructor(private readonly children: ChildPool) {}

  read(feed: UnreadFeed, signal: AbortSignal): Promise<Watched> {
    return this.children.run<Watched>(feedTask, feed, { timeoutMs: PATIENCE_MS, signal })
  }
}
