import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type FindingList, missing, type OutsideCheckAnswer } from '#lib/editorial'
import { type Finding, outsideFinding } from '#lib/proof'
import { Article } from '../../articles/article.entity.js'
import { ArticleVersion } from '../../articles/article-version.entity.js'
import { personNames } from '../../people/person-names.js'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { said } from '../../platform/errors/said.js'
import { Errands } from '../../sources/errands/errands.js'
import { OutsideCheck } from './outside-check.entity.js'
import { outsideCheckErrand } from './outside-check-errand.js'
import { OutsideChecker } from './outside-checker.js'

interface Wish {
  readonly article: string
  readonly version: number
}

/** Versions given to the checker outside, only when somebody asks for it; saving never waits for it. */
@Injectable()
export class OutsideChecksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checker: OutsideChecker,
    private readonly errands: Errands,
    private readonly audit: AuditLog,
  ) {}

  /** Gives a version to the checker; one that was read already is not sent again, one that failed is. Refuses: a house without a checker. */
  async request({ article, version }: Wish, by: string): Promise<OutsideCheckAnswer> {
    const { url } = this.checker.given
    return inTransaction(this.dataSource, async (tx) => {
      const { publication } = await tx.findOneOrFail(Article, { where: { id: article }, lock: { mode: 'pessimistic_write' } })
      if (!(await tx.existsBy(ArticleVersion, { article, number: version }))) throw missing('article/missing')
      if (await this.wish(tx, { id: randomUUID(), publication, article, version, requestedBy: by })) {
        const detail = { version, to: url.host }
        await this.audit.record(tx, { person: by, act: 'ask outside checker', object: 'article', objectId: article, publication, detail })
      }
      return answerOf(tx, await found(tx, { article, version }))
    })
  }

  async find(wish: Wish): Promise<OutsideCheckAnswer> {
    const tx = this.dataSource.manager
    return answerOf(tx, await found(tx, wish))
  }

  /** How far a version is with the checker, for the one who looks at its findings. */
  async stateOf(tx: EntityManager, wish: Wish): Promise<FindingList['outside']> {
    if (!this.checker.there) return 'off'
    const check = await tx.findOne(OutsideCheck, {
      where: { article: wish.article, version: wish.version },
      select: { id: true, state: true },
    })
    return check?.state ?? 'not-asked'
  }

  /** True where something is sent. */
  private async wish(tx: EntityManager, row: Wish & { id: string; publication: string; requestedBy: string }): Promise<boolean> {
    const { article, version } = row
    const before = await tx.findOneBy(OutsideCheck, { article, version })
    if (before !== null) return this.errands.again(tx, outsideCheckErrand, before.id)
    await tx.insert(OutsideCheck, { ...row, state: 'queued' })
    await this.errands.ring(tx, outsideCheckErrand, { id: row.id, rings: 1 })
    return true
  }
}

/** What the checker outside suggested for a version. */
export async function outsideFindings(tx: EntityManager, wish: Wish): Promise<Finding[]> {
  const check = await tx.findOneBy(OutsideCheck, { article: wish.article, version: wish.version, state: 'done' })
  return check?.suggestions.map(outsideFinding) ?? []
}

async function found(tx: EntityManager, { article, version }: Wish): Promise<OutsideCheck> {
  const check = await tx.findOneBy(OutsideCheck, { article, version })
  if (check === null) throw missing('checker/not-asked')
  return check
}

async function answerOf(tx: EntityManager, check: OutsideCheck): Promise<OutsideCheckAnswer> {
  const nameOf = await personNames(tx, [check.requestedBy])
  const { article, version, state, refused, unread, errorCode, errorParams } = check
  return {
    article,
    version,
    state,
    shown: check.suggestions.length,
    refused,
    unread,
    error: errorCode === null ? null : { code: errorCode, message: said(errorCode, errorParams) },
    requestedBy: nameOf(check.requestedBy),
    requestedAt: check.requestedAt.toISOString(),
    finishedAt: check.finishedAt?.toISOString() ?? null,
  }
}
