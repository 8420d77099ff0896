import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { conflict, type FeedAnswer, type FeedChange, type FeedRequest, missing, USUAL_MINUTES } from '#lib/editorial'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { violated } from '../../platform/database/violated.js'
import { staleVersion } from '../../platform/http/etag.js'
import { Outside } from '../../sources/outside/outside.js'
import { Feed } from './feed.entity.js'
import { feedAnswers } from './feed-answers.js'
import { FeedSchedule } from './feed-schedule.js'

/** House: more sources nobody reads. */
const MOST_FEEDS = 200

/** The feeds and watched pages of a publication. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outside: Outside,
    private readonly schedule: FeedSchedule,
    private readonly audit: AuditLog,
  ) {}

  async list(publication: string): Promise<FeedAnswer[]> {
    return feedAnswers(
      this.dataSource.manager,
      await this.dataSource.manager.find(Feed, { where: { publication }, order: { name: 'ASC', id: 'ASC' } }),
    )
  }

  async find(id: string): Promise<FeedAnswer> {
    return answer(this.dataSource.manager, id)
  }

  /** The first visit is at once. Refuses: an address that may not be asked, one that is watched already, too many. */
  async add(publication: string, wanted: FeedRequest, by: string): Promise<FeedAnswer> {
    this.outside.check(wanted.address)
    return inTransaction(this.dataSource, async (tx) => {
      if ((await tx.countBy(Feed, { publication })) >= MOST_FEEDS) throw conflict('feed/too-many', { limit: MOST_FEEDS })
      const id = randomUUID()
      const { name, address, everyMinutes = USUAL_MINUTES, paused = false, list = null, rules = [] } = wanted
      const row = { id, publication, name, address, everyMinutes, paused, list, rules }
      await tx.insert(Feed, { ...row, health: 'new', version: 1, madeBy: by, state: 'done' }).catch(watchedAlready)
      if (!paused) await this.schedule.visitNow(tx, id)
      await this.record(tx, 'add feed', { id, publication }, by, { name, address })
      return answer(tx, id)
    })
  }

  /** Refuses: 412 for a stale version, an address that may not be asked or is watched already. */
  async change(id: string, version: number, wanted: FeedChange, by: string): Promise<FeedAnswer> {
    if (wanted.address !== undefined) this.outside.check(wanted.address)
    return inTransaction(this.dataSource, async (tx) => {
      const before = await found(tx, id)
      const anew = wanted.address !== undefined && wanted.address !== before.address
      const fresh = anew ? { health: 'new' as const, etag: null, lastModified: null, troubleCode: null, dueAt: () => 'now()' } : {}
      const { affected } = await tx.update(Feed, { id, version }, { ...wanted, ...fresh, version: version + 1 }).catch(watchedAlready)
      if (affected !== 1) throw staleVersion(before.version, { current: await answer(tx, id) })
      await this.record(tx, 'change feed', before, by, { ...wanted })
      return answer(tx, id)
    })
  }

  /** Its finds go with it; articles that came of them stay. */
  async remove(id: string, version: number, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const before = await found(tx, id)
      const { affected } = await tx.delete(Feed, { id, version })
      if (affected !== 1) throw staleVersion(before.version, { current: await answer(tx, id) })
      await this.record(tx, 'remove feed', before, by, { name: before.name, address: before.address })
    })
  }

  /** A visit now, where none is under way. */
  async visit(id: string, by: string): Promise<FeedAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const feed = await found(tx, id)
      if (await this.schedule.visitNow(tx, id)) await this.record(tx, 'visit feed', feed, by)
      return answer(tx, id)
    })
  }

  private async record(
    tx: EntityManager,
    act: string,
    { id, publication }: Pick<Feed, 'id' | 'publication'>,
    by: string,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    await this.audit.record(tx, { person: by, act, object: 'feed', objectId: id, publication, detail })
  }
}

async function found(tx: EntityManager, id: string): Promise<Feed> {
  const feed = await tx.findOneBy(Feed, { id })
  if (feed === null) throw missing('feed/missing')
  return feed
}

async function answer(tx: EntityManager, id: string): Promise<FeedAnswer> {
  const [one] = await feedAnswers(tx, [await found(tx, id)])
  if (one === undefined) throw new Error('a feed has no answer')
  return one
}

function watchedAlready(error: unknown): never {
  if (violated(error, 'feeds_address_once')) throw conflict('feed/watched-already')
  throw error
}
