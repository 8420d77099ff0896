import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { conflict, missing, type PastIssueAnswer, type PastIssueWhole } from '#lib/editorial'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { FILES, type FileStore } from '../../platform/files/file-store.js'
import { archiveName } from '../../sources/archive-name.js'
import { Errands } from '../../sources/errands/errands.js'
import type { LooseFile } from '../collector.js'
import { pastIssueAnswers } from './past-answers.js'
import { PastBatch } from './past-batch.entity.js'
import { pastErrand } from './past-errand.js'
import { PastIssue } from './past-issue.entity.js'

/** House: ten years of a monthly bulletin and some. */
const MOST_FILES = 500

/** The files of a batch: taken in, tried again, given up, confirmed. */
@Injectable()
export class PastIssuesService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FILES) private readonly files: FileStore,
    private readonly errands: Errands,
    private readonly audit: AuditLog,
  ) {
    errands.watch(pastErrand)
  }

  /** The file is taken over or removed, whatever happens. The same file again is the one that is there. Refuses: more files than a batch takes. */
  async add(batch: string, file: LooseFile, by: string): Promise<PastIssueAnswer> {
    try {
      const stored = await this.files.putFile(file.path)
      return await inTransaction(this.dataSource, async (tx) => {
        const { publication } = await heldBatch(tx, batch)
        const known = await tx.findOneBy(PastIssue, { batch, sha256: stored.sha256 })
        if (known !== null) return onePastIssue(tx, known)
        if ((await tx.countBy(PastIssue, { batch })) >= MOST_FILES) throw conflict('past/too-many', { limit: MOST_FILES })
        const id = randomUUID()
        const about = { file: archiveName(file.name), mediaType: file.mediaType, state: 'queued', requestedBy: by } as const
        await tx.insert(PastIssue, { id, publication, batch, ...stored, ...about })
        await this.errands.ring(tx, pastErrand, { id, rings: 1 })
        await this.errands.tell(tx, pastErrand, { id, publication })
        await this.record(tx, 'bring in past issue', { id, publication }, by)
        return onePastIssue(tx, await pastIssueRow(tx, id))
      })
    } finally {
      await rm(file.path, { force: true })
    }
  }

  async whole(id: string): Promise<PastIssueWhole> {
    const row = await pastIssueRow(this.dataSource.manager, id)
    return { pastIssue: await onePastIssue(this.dataSource.manager, row), imported: row.imported }
  }

  /** Refuses: one that has not failed. */
  retry(id: string, by: string): Promise<PastIssueAnswer> {
    return this.act(id, by, 'try past issue again', async (tx) => {
      if (!(await this.errands.again(tx, pastErrand, id))) throw conflict('past/not-failed')
    })
  }

  /** Refuses: one that is over. */
  cancel(id: string, by: string): Promise<PastIssueAnswer> {
    return this.act(id, by, 'cancel past issue', async (tx) => {
      if (!(await this.errands.cancel(tx, pastErrand, id))) throw conflict('past/over')
    })
  }

  /** A person has looked at its doubts. Refuses: one that is not done yet. */
  confirm(id: string, by: string): Promise<PastIssueAnswer> {
    return this.act(id, by, 'confirm past issue', async (tx) => {
      const { affected } = await tx.update(PastIssue, { id, state: 'done' }, { confirmedBy: by, confirmedAt: () => 'now()' })
      if (affected !== 1) throw conflict('past/not-done')
      await this.errands.tell(tx, pastErrand, await pastIssueRow(tx, id))
    })
  }

  private act(id: string, by: string, act: string, work: (tx: EntityManager) => Promise<void>): Promise<PastIssueAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      await work(tx)
      const row = await pastIssueRow(tx, id)
      await this.record(tx, act, row, by)
      return onePastIssue(tx, row)
    })
  }

  private async record(
    tx: EntityManager,
    act: string,
    { id, publication }: Pick<PastIssue, 'id' | 'publication'>,
    by: string,
  ): Promise<void> {
    await this.audit.record(tx, { person: by, act, object: 'past issue', objectId: id, publication })
  }
}

export async function pastIssueRow(tx: EntityManager, id: string): Promise<PastIssue> {
  const row = await tx.findOneBy(PastIssue, { id })
  if (row === null) throw missing('past/missing')
  return row
}

/** Held, so that the same file sent twice at once is one; readers of its key, as whoever writes one of its files is, need not wait. */
async function heldBatch(tx: EntityManager, id: string): Promise<PastBatch> {
  const batch = await tx.findOne(PastBatch, { where: { id }, lock: { mode: 'for_no_key_update' } })
  if (batch === null) throw missing('past/missing')
  return batch
}

export async function onePastIssue(tx: EntityManager, row: PastIssue): Promise<PastIssueAnswer> {
  const [one] = await pastIssueAnswers(tx, [row])
  if (one === undefined) throw new Error('a past issue has no answer')
  return one
}
