import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import {
  conflict,
  type FetchAnswer,
  type FetchQuery,
  type FetchRequest,
  invalid,
  missing,
  pageLimit,
  type RereadAnswer,
} from '#lib/editorial'
import { actOnce, type Once } from '../../people/once.js'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { uuidIfAny } from '../../platform/database/uuid-if-any.js'
import { attachmentChanges } from '../../sources/attachments/attachment-changes.js'
import { AttachmentsService } from '../../sources/attachments/attachments.service.js'
import { Errands } from '../../sources/errands/errands.js'
import { Article } from '../article.entity.js'
import { articleRow } from '../article-answer.js'
import { ArticleVersion } from '../article-version.entity.js'
import { Fetch } from './fetch.entity.js'
import { fetchAnswer, fetchAnswers } from './fetch-answer.js'
import { FetchDesk } from './fetch-desk.js'
import { fetchErrand } from './fetch-errand.js'

/** Addresses over HTTP: asked for, looked at, tried again, cancelled. */
@Injectable()
export class FetchesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: FetchDesk,
    private readonly errands: Errands,
    private readonly attachments: AttachmentsService,
    private readonly audit: AuditLog,
  ) {}

  async request(publication: string, { addresses, again }: FetchRequest, by: string, once?: Once): Promise<FetchAnswer[]> {
    return inTransaction(this.dataSource, (tx) =>
      actOnce(tx, once, async () => fetchAnswers(tx, await this.desk.wish(tx, addresses, { publication, by, again: again === true }))),
    )
  }

  /** Refuses: an article that came from no address. */
  async refetch(article: string, by: string): Promise<FetchAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const row = await articleRow(tx, article)
      if (row === undefined || row.article.discarded) throw missing('article/missing')
      const { url } = row.version.content
      if (url === null || !/^https?:/i.test(url)) throw invalid('fetch/no-address')
      return fetchAnswer(tx, await this.desk.wishAgain(tx, url, article, { publication: row.article.publication, by }))
    })
  }

  async find(id: string): Promise<FetchAnswer> {
    return fetchAnswer(this.dataSource.manager, await found(this.dataSource.manager, id))
  }

  /** What a page asked once more says now, beside what was read from it first. Refuses: a first fetch, and one that is not over. */
  async reread(id: string): Promise<RereadAnswer> {
    const { againFor, state, content, snapshot } = await found(this.dataSource.manager, id)
    if (againFor === null) throw missing('fetch/missing')
    if (state !== 'done' || content === null) throw conflict('fetch/not-over')
    const first = await this.dataSource.manager.findOneByOrFail(ArticleVersion, { article: againFor, number: 1 })
    const { snapshot: original } = await this.dataSource.manager.findOneByOrFail(Article, { id: againFor })
    const files = async (of: string | null) => (of === null ? [] : this.attachments.of(of))
    const attachments = attachmentChanges(await files(original), await files(snapshot))
    return { first: first.content, now: content, attachments } as RereadAnswer
  }

  async list(publication: string, query: FetchQuery): Promise<{ items: FetchAnswer[]; next: string | null }> {
    const limit = pageLimit(query)
    const rows = await this.dataSource.manager
      .createQueryBuilder(Fetch, 'fetch')
      .where('fetch.publication = :publication', { publication })
      .andWhere(query.state === undefined ? 'true' : 'fetch.state = :state', { state: query.state })
      .andWhere(
        query.after === undefined
          ? 'true'
          : `(fetch.requestedAt, fetch.id) < (SELECT requested_at, id FROM fetches WHERE id = ${uuidIfAny(':after')})`,
        { after: query.after },
      )
      .orderBy('fetch.requestedAt', 'DESC')
      .addOrderBy('fetch.id', 'DESC')
      .limit(limit + 1)
      .getMany()
    const page = rows.slice(0, limit)
    return { items: await fetchAnswers(this.dataSource.manager, page), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  }

  /** Refuses: one that has not failed. */
  retry(id: string, by: string): Promise<FetchAnswer> {
    return this.act(id, by, 'try an address again', 'fetch/not-failed', (tx) => this.errands.again(tx, fetchErrand, id))
  }

  /** Refuses: one that is over. */
  cancel(id: string, by: string): Promise<FetchAnswer> {
    return this.act(id, by, 'cancel an address', 'fetch/over', (tx) => this.errands.cancel(tx, fetchErrand, id))
  }

  private async act(
    id: string,
    by: string,
    act: string,
    refusal: string,
    work: (tx: EntityManager) => Promise<boolean>,
  ): Promise<FetchAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      if (!(await work(tx))) throw conflict(refusal)
      const fetch = await found(tx, id)
      await this.audit.record(tx, { person: by, act, object: 'fetch', objectId: id, publication: fetch.publication })
      return fetchAnswer(tx, fetch)
    })
  }
}

async function found(tx: EntityManager, id: string): Promise<Fetch> {
  const fetch = await tx.findOneBy(Fetch, { id })
  if (fetch === null) throw missing('fetch/missing')
  return fetch
}
