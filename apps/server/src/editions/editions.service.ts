import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { type EditionAnswer, missing, type WarningAnswer } from '#lib/editorial'
import { personNames } from '../people/person-names.js'
import { said } from '../platform/errors/said.js'
import { approvalRecords } from '../reviews/approval-records.js'
import { Edition } from './edition.entity.js'
import { EditionFileRow, type FileFormat } from './edition-file.entity.js'
import type { PressWarning } from './press-result.js'

/** The editions made, each with its files. */
@Injectable()
export class EditionsService {
  constructor(private readonly dataSource: DataSource) {}

  async ofIssue(issue: string): Promise<EditionAnswer[]> {
    const editions = await this.dataSource.manager.find(Edition, { where: { issue }, order: { madeAt: 'DESC' } })
    return editionAnswers(this.dataSource.manager, editions)
  }

  async find(id: string): Promise<EditionAnswer> {
    const [answer] = await editionAnswers(this.dataSource.manager, [await this.row(id)])
    if (answer === undefined) throw missing('edition/missing')
    return answer
  }

  async row(id: string): Promise<Edition> {
    const edition = await this.dataSource.manager.findOneBy(Edition, { id })
    if (edition === null) throw missing('edition/missing')
    return edition
  }

  async file(id: string, format: FileFormat): Promise<{ edition: Edition; file: EditionFileRow }> {
    const edition = await this.row(id)
    const file = await this.dataSource.manager.findOneBy(EditionFileRow, { edition: id, format })
    if (file === null) throw missing('edition/missing')
    return { edition, file }
  }
}

async function editionAnswers(tx: EntityManager, editions: readonly Edition[]): Promise<EditionAnswer[]> {
  const files =
    editions.length === 0
      ? []
      : await tx.find(EditionFileRow, { where: { edition: In(editions.map((one) => one.id)) }, order: { format: 'DESC' } })
  const nameOf = await personNames(
    tx,
    editions.map((one) => one.releasedBy),
  )
  return Promise.all(
    editions.map(async (one) => ({
      id: one.id,
      publication: one.publication,
      issue: one.issue,
      name: one.name,
      number: one.number,
      purpose: one.purpose,
      state: one.state,
      review: one.manifest.review,
      approvals: one.approvals ?? (one.purpose === 'release' ? await approvalRecords(tx, one.issue, one.contentHash) : []),
      contentHash: one.contentHash,
      pages: one.pages,
      files: files
        .filter((file) => file.edition === one.id)
        .map(({ format, name, bytes, sha256, pages }) => ({ format, name, bytes, sha256, pages })),
      warnings: one.warnings.map(spoken),
      madeAt: one.madeAt.toISOString(),
      releasedAt: one.releasedAt?.toISOString() ?? null,
      releasedBy: nameOf(one.releasedBy),
      recalledAt: one.recalledAt?.toISOString() ?? null,
      recallReason: one.recallReason,
    })),
  )
}

const spoken = (warning: PressWarning): WarningAnswer => ({
  ...warning,
  params: { ...warning.params },
  message: said(warning.code, warning.params),
})
