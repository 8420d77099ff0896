import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { DeskEvent } from '#lib/editorial'
import { Attachment } from '../sources/attachments/attachment.entity.js'
import { Fetch } from './fetches/fetch.entity.js'
import { fetchAnswers } from './fetches/fetch-answer.js'
import { pastBatchAnswers } from './past-issues/past-answers.js'
import { PastBatch } from './past-issues/past-batch.entity.js'

/** A thing on its way and what is told of it. */
export interface InHand {
  readonly id: string
  readonly event: DeskEvent
}

/** House: more than a morning's reading of twenty people. */
const MOST_TOLD = 500

/** What is being collected, and what ended lately, for those who watch it arrive. */
@Injectable()
export class WorkInHand {
  readonly topics = ['fetch', 'past-issue', 'feed', 'attachment'] as const

  constructor(private readonly dataSource: DataSource) {}

  async of(visible: readonly string[]): Promise<InHand[]> {
    return [
      ...(await this.fetches(visible)),
      ...(await this.batches(visible)),
      ...(await this.visits(visible)),
      ...(await this.attachments(visible)),
    ]
  }

  private async fetches(visible: readonly string[]): Promise<InHand[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(Fetch, 'fetch')
      .where('fetch.publication = ANY(:visible::uuid[])', { visible })
      .andWhere(`(fetch.state IN ('queued', 'running') OR fetch.finishedAt > now() - interval '10 minutes')`)
      .orderBy('fetch.requestedAt')
      .limit(MOST_TOLD)
      .getMany()
    const answers = await fetchAnswers(this.dataSource.manager, rows)
    return answers.map((fetch) => ({ id: fetch.id, event: { kind: 'fetch', publication: fetch.publication, fetch } }))
  }

  /** Batches with a file on its way, or one that ended lately. */
  private async batches(visible: readonly string[]): Promise<InHand[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(PastBatch, 'batch')
      .where('batch.publication = ANY(:visible::uuid[])', { visible })
      .andWhere(
        `EXISTS (SELECT 1 FROM past_issues i WHERE i.batch = batch.id AND (i.state IN ('queued', 'running') OR i.finished_at > now() - interval '10 minutes'))`,
      )
      .orderBy('batch.madeAt')
      .limit(MOST_TOLD)
      .getMany()
    const answers = await pastBatchAnswers(this.dataSource.manager, rows)
    return answers.map((batch) => ({ id: batch.id, event: { kind: 'past-batch', publication: batch.publication, batch } }))
  }

  /** Feeds visited lately: each visit is told once. */
  private async visits(visible: readonly string[]): Promise<InHand[]> {
    const rows = (await this.dataSource.query(
      `SELECT id, publication, asked_at AS "askedAt" FROM feeds WHERE publication = ANY($1::uuid[]) AND asked_at > now() - interval '10 minutes' ORDER BY asked_at LIMIT ${MOST_TOLD}`,
      [visible],
    )) as { id: string; publication: string; askedAt: Date }[]
    return rows.map(({ id, publication, askedAt }) => ({
      id: `${id} ${askedAt.toISOString()}`,
      event: { kind: 'feed', publication, feed: id },
    }))
  }

  /** Files offered with originals, as they are fetched. */
  private async attachments(visible: readonly string[]): Promise<InHand[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(Attachment, 'attachment')
      .where('attachment.publication = ANY(:visible::uuid[])', { visible })
      .andWhere(`(attachment.state IN ('queued', 'running') OR attachment.finishedAt > now() - interval '10 minutes')`)
      .orderBy('attachment.requestedAt')
      .limit(MOST_TOLD)
      .getMany()
    return rows.map(({ id, publication, state }) => ({ id, event: { kind: 'attachment', publication, attachment: id, state } }))
  }
}
