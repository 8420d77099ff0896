import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { type FindAnswer, type FindDecision, type FindQuery, missing, pageLimit } from '#lib/editorial'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { uuidIfAny } from '../../platform/database/uuid-if-any.js'
import { EventBus } from '../../platform/events/event-bus.js'
import { FetchDesk } from '../fetches/fetch-desk.js'
import { FIND_COLUMNS, FIND_TABLES, type FindRow, findAnswerOf } from './feed-answers.js'
import { Find } from './find.entity.js'

/** What feeds brought: looked through, kept or dismissed. */
@Injectable()
export class FindsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly fetches: FetchDesk,
    private readonly events: EventBus,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first. */
  async list(publication: string, { state, feed, after, limit: asked }: FindQuery): Promise<{ items: FindAnswer[]; next: string | null }> {
    const limit = pageLimit({ limit: asked })
    const rows = (await this.dataSource.query(
      `SELECT ${FIND_COLUMNS} FROM ${FIND_TABLES} WHERE f.publication = $1 AND ($2::text IS NULL OR f.state = $2) AND ($3::uuid IS NULL OR f.feed = $3)
         AND ($4::text IS NULL OR (f.found_at, f.id) < (SELECT found_at, id FROM finds WHERE id = ${uuidIfAny('$4')}))
       ORDER BY f.found_at DESC, f.id DESC LIMIT $5`,
      [publication, state ?? null, feed ?? null, after ?? null, limit + 1],
    )) as FindRow[]
    const page = rows.slice(0, limit)
    return { items: page.map(findAnswerOf), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  }

  /** Kept ones are asked for as any address is; what has been asked for already is not asked twice. Refuses: finds that are not of this publication. */
  async decide(publication: string, { finds: ids, state }: FindDecision, by: string): Promise<FindAnswer[]> {
    return inTransaction(this.dataSource, async (tx) => {
      const held = await tx.find(Find, { where: { id: In(ids), publication }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } })
      if (held.length !== new Set(ids).size) throw missing('feed/find-missing')
      if (state === 'kept')
        await this.ask(
          tx,
          publication,
          held.filter((one) => one.fetch === null),
          by,
        )
      await tx.update(Find, { id: In(ids) }, { state })
      const detail = { state, finds: held.map((one) => one.id) }
      await this.audit.record(tx, { person: by, act: 'decide on finds', object: 'publication', objectId: publication, publication, detail })
      await this.events.publish(tx, 'feed', { publication })
      return answers(tx, ids)
    })
  }

  private async ask(tx: EntityManager, publication: string, finds: readonly Find[], by: string): Promise<void> {
    for (const find of finds) {
      const [fetch] = await this.fetches.wish(tx, [find.address], { publication, by, again: false })
      if (fetch !== undefined) await tx.update(Find, { id: find.id }, { fetch: fetch.id })
    }
  }
}

async function answers(tx: EntityManager, ids: readonly string[]): Promise<FindAnswer[]> {
  const rows = (await tx.query(`SELECT ${FIND_COLUMNS} FROM ${FIND_TABLES} WHERE f.id = ANY($1::uuid[])`, [ids])) as FindRow[]
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(findAnswerOf))
}
