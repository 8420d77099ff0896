import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type FeedHealth, Refusal } from '#lib/editorial'
import type { WatchedItem } from '#lib/ingest'
import { inTransaction } from '../../platform/database/in-transaction.js'
import type { Claim } from '../../sources/errands/errand.js'
import { Errands } from '../../sources/errands/errands.js'
import { Outside } from '../../sources/outside/outside.js'
import { isBarred } from '../../sources/outside/robots.js'
import { Feed } from './feed.entity.js'
import { feedErrand } from './feed-errand.js'
import { FeedReader } from './feed-reader.js'
import { keepFinds, silentNow } from './finds-kept.js'

interface Visit {
  /** Null where nothing changed since the last visit. */
  readonly items: readonly WatchedItem[] | null
  readonly health: FeedHealth
  readonly trouble: Refusal | null
  readonly marks: Pick<Feed, 'etag' | 'lastModified'> | null
}

const ROBOT = 'bianyin'

/** The job collect/feed: one visit, as a guest who asks first and does not fetch twice what has not changed. */
@Injectable()
export class FeedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outside: Outside,
    private readonly reader: FeedReader,
    private readonly errands: Errands,
  ) {}

  async visit(claim: Claim, signal: AbortSignal): Promise<void> {
    const feed = await this.dataSource.manager.findOneByOrFail(Feed, { id: claim.id })
    const visit = await this.look(feed, signal)
    await inTransaction(this.dataSource, async (tx) => {
      if (!(await this.errands.hold(tx, feedErrand, claim))) return
      await this.keep(tx, feed, visit)
      await this.errands.done(tx, feedErrand, claim)
    })
  }

  /** What went wrong outside is no failure of the visit but its finding. */
  private async look(feed: Feed, signal: AbortSignal): Promise<Visit> {
    try {
      if (await this.barred(feed.address, signal)) return { items: null, health: 'barred', trouble: null, marks: null }
      const { etag, lastModified } = feed
      const fetched = await this.outside.get(feed.address, 'feed', { signal, etag, lastModified })
      if (fetched.status === 304) return { items: null, health: 'good', trouble: null, marks: null }
      const { items } = await this.reader.read({ bytes: fetched.bytes, url: fetched.url, list: feed.list }, signal)
      const marks = { etag: fetched.etag, lastModified: fetched.lastModified }
      return { items, health: items.length === 0 ? 'changed' : 'good', trouble: null, marks }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { items: null, health: 'failing', trouble: error, marks: null }
    }
  }

  private async barred(address: string, signal: AbortSignal): Promise<boolean> {
    const { origin, pathname, search } = new URL(address)
    try {
      const { bytes } = await this.outside.get(`${origin}/robots.txt`, 'robots', { signal })
      return isBarred(Buffer.from(bytes).toString('utf8'), pathname + search, ROBOT)
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  }

  private async keep(tx: EntityManager, feed: Feed, { items, health, trouble, marks }: Visit): Promise<void> {
    const found = items === null ? 0 : await keepFinds(tx, feed, items)
    const known = health === 'good' && (await silentNow(tx, feed.id)) ? 'silent' : health
    const said = { health: known, troubleCode: trouble?.code ?? null, troubleParams: { ...trouble?.params } }
    const moments = { askedAt: () => 'now()', ...(found > 0 ? { foundAt: () => 'now()' } : {}) }
    await tx.update(Feed, { id: feed.id }, { ...said, ...moments, ...marks })
  }
}
