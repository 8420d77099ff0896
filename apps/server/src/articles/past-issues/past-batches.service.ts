import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import {
  missing,
  type PageQuery,
  type PastBatchAnswer,
  type PastBatchRequest,
  type PastIssueAnswer,
  type PastIssueQuery,
  pageLimit,
} from '#lib/editorial'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { uuidIfAny } from '../../platform/database/uuid-if-any.js'
import { pastBatchAnswers, pastIssueAnswers } from './past-answers.js'
import { PastBatch } from './past-batch.entity.js'
import { PastIssue } from './past-issue.entity.js'

/** Batches of past bulletins: made, and followed. */
@Injectable()
export class PastBatchesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditLog,
  ) {}

  async make(publication: string, { name }: PastBatchRequest, by: string): Promise<PastBatchAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const id = randomUUID()
      await tx.insert(PastBatch, { id, publication, name, madeBy: by })
      await this.audit.record(tx, { person: by, act: 'make batch of past issues', object: 'past batch', objectId: id, publication })
      return batchAnswer(tx, id)
    })
  }

  find(id: string): Promise<PastBatchAnswer> {
    return batchAnswer(this.dataSource.manager, id)
  }

  async list(publication: string, query: PageQuery): Promise<{ items: PastBatchAnswer[]; next: string | null }> {
    const limit = pageLimit(query)
    const rows = await this.dataSource.manager
      .createQueryBuilder(PastBatch, 'batch')
      .where('batch.publication = :publication', { publication })
      .andWhere(
        query.after === undefined
          ? 'true'
          : `(batch.madeAt, batch.id) < (SELECT made_at, id FROM past_batches WHERE id = ${uuidIfAny(':after')})`,
        { after: query.after },
      )
      .orderBy('batch.madeAt', 'DESC')
      .addOrderBy('batch.id', 'DESC')
      .limit(limit + 1)
      .getMany()
    const page = rows.slice(0, limit)
    return { items: await pastBatchAnswers(this.dataSource.manager, page), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  }

  /** The files of a batch in the order they came. */
  async issues(batch: string, query: PastIssueQuery): Promise<{ items: PastIssueAnswer[]; next: string | null }> {
    const limit = pageLimit(query)
    const rows = await this.dataSource.manager
      .createQueryBuilder(PastIssue, 'issue')
      .where('issue.batch = :batch', { batch })
      .andWhere(query.state === undefined ? 'true' : 'issue.state = :state', { state: query.state })
      .andWhere(
        query.after === undefined
          ? 'true'
          : `(issue.requestedAt, issue.id) > (SELECT requested_at, id FROM past_issues WHERE id = ${uuidIfAny(':after')})`,
        { after: query.after },
      )
      .orderBy('issue.requestedAt')
      .addOrderBy('issue.id')
      .limit(limit + 1)
      .getMany()
    const page = rows.slice(0, limit)
    return { items: await pastIssueAnswers(this.dataSource.manager, page), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  }
}

async function batchAnswer(tx: EntityManager, id: string): Promise<PastBatchAnswer> {
  const batch = await tx.findOneBy(PastBatch, { id })
  const [answer] = batch === null ? [] : await pastBatchAnswers(tx, [batch])
  if (answer === undefined) throw missing('past/missing')
  return answer
}
