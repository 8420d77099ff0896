import { randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type Manifest, Refusal } from '#lib/editorial'
import type { Issue } from '../issues/issue.entity.js'
import { IssueMover, nobody } from '../issues/issue-mover.js'
import { heldIssue } from '../issues/issue-row.js'
import { PressOrders } from '../issues/press-orders.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { failpoint } from '../platform/failpoint.js'
import { FILES, type FileStore, type StoredFile } from '../platform/files/file-store.js'
import { Edition } from './edition.entity.js'
import { EditionFileRow } from './edition-file.entity.js'
import { keepEditionArticles, keepPageTexts } from './edition-index.js'
import { manifestOf } from './manifest-of.js'
import type { PressResult } from './press-result.js'
import { type Claim, write } from './render-claims.js'
import { RenderDesk } from './render-desk.js'

/** From bytes to an edition: files first, under the names of their hashes, then row, manifest, state and audit in one transaction. */
@Injectable()
export class RenderFinish {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FILES) private readonly files: FileStore,
    private readonly orders: PressOrders,
    private readonly mover: IssueMover,
    private readonly desk: RenderDesk,
    private readonly audit: AuditLog,
  ) {}

  /** Nothing is changed by a worker that no longer holds the render. */
  async finish(claim: Claim, result: PressResult): Promise<void> {
    const stored: StoredFile[] = []
    for (const { format, bytes } of result.files) {
      stored.push(await this.files.put(bytes))
      await failpoint(`render/stored-${format}`)
    }
    const order = await this.orders.read(claim.render.contentHash)
    const manifest = manifestOf({ render: claim.render, order, result, stored })
    await failpoint('render/before-commit')
    await inTransaction(this.dataSource, (tx) => this.commit(tx, claim, result, manifest))
    await failpoint('render/committed')
  }

  private async commit(tx: EntityManager, claim: Claim, result: PressResult, manifest: Manifest): Promise<void> {
    const issue = await heldIssue(tx, claim.render.issue)
    if (!(await write(tx, claim, { step: 'manifest', pages: result.pages }))) return
    await this.desk.tell(tx, claim.render)
    if (claim.render.purpose === 'release' && !(await this.arrive(tx, issue, claim))) {
      await write(tx, claim, { state: 'cancelled', errorCode: 'render/overtaken', errorParams: {}, finishedAt: () => 'now()' })
      return
    }
    const edition = await insertEdition(tx, claim, result, manifest)
    await failpoint('render/in-commit')
    if (!(await write(tx, claim, { state: 'done', edition, finishedAt: () => 'now()' })))
      throw new Error('a render was taken away while its row was held')
    const { publication, contentHash, purpose, attempt } = claim.render
    const detail = { purpose, contentHash, attempt, files: manifest.files.map(({ format, sha256 }) => ({ format, sha256 })) }
    await this.audit.record(tx, { person: null, act: 'make edition', object: 'edition', objectId: edition, publication, detail })
  }

  /** The issue becomes “rendered”; false when its content is no longer what was printed. */
  private async arrive(tx: EntityManager, issue: Issue, { render }: Claim): Promise<boolean> {
    if (issue.contentHash !== render.contentHash) return false
    try {
      await this.mover.moveIn(tx, issue, 'finish-render', nobody)
      return true
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  }
}

async function insertEdition(tx: EntityManager, { render }: Claim, result: PressResult, manifest: Manifest): Promise<string> {
  const id = randomUUID()
  const { publication, issue, purpose, contentHash } = render
  const about = {
    name: render.issueName,
    number: manifest.edition,
    pages: result.pages,
    warnings: [...result.warnings],
    timings: result.timings,
  }
  await tx.insert(Edition, { id, publication, issue, purpose, contentHash, ...about, state: 'made', manifest: manifest as never })
  await tx.insert(
    EditionFileRow,
    manifest.files.map((file) => ({ ...file, edition: id })),
  )
  await keepEditionArticles(tx, id, manifest)
  if (purpose === 'release') await keepPageTexts(tx, id, result.pageTexts)
  return id
}
