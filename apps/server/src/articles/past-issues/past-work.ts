import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { ImportedAnswer } from '#lib/editorial'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { FILES, type FileStore } from '../../platform/files/file-store.js'
import { BulletinReader } from '../../sources/bulletin-reader.js'
import type { Claim } from '../../sources/errands/errand.js'
import { Errands } from '../../sources/errands/errands.js'
import { BulletinImporter } from '../bulletin-importer.js'
import { pastErrand } from './past-errand.js'
import { PastIssue } from './past-issue.entity.js'

/** The job collect/past-issue: the file read in a child, then its articles, doubts and line account in one transaction. */
@Injectable()
export class PastWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FILES) private readonly files: FileStore,
    private readonly reader: BulletinReader,
    private readonly importer: BulletinImporter,
    private readonly errands: Errands,
  ) {}

  async bring(claim: Claim, signal: AbortSignal): Promise<void> {
    const row = await this.dataSource.manager.findOneByOrFail(PastIssue, { id: claim.id })
    const { sha256, bytes, mediaType, publication, requestedBy: by } = row
    const path = await this.files.local(sha256)
    const bulletin = await this.reader.read({ path, name: row.file, mediaType, url: null })
    signal.throwIfAborted()
    await this.importer.putPictures(bulletin)
    await inTransaction(this.dataSource, async (tx) => {
      if (!(await this.errands.hold(tx, pastErrand, claim))) return
      const imported = await this.importer.keepIn(tx, bulletin, { sha256, bytes, name: row.file, mediaType }, { publication, by })
      await tx.query(
        `UPDATE past_issues SET state = 'done', finished_at = now(), imported = $2, snapshot = $3, year = $4, number = $5, articles = $6, doubts = $7, residue = $8, damaged = $9
         WHERE id = $1`,
        [claim.id, JSON.stringify(imported), imported.snapshot.id, imported.facts.year, imported.facts.number, ...figuresOf(imported)],
      )
      await this.errands.tell(tx, pastErrand, claim)
    })
  }
}

const figuresOf = ({ columns, doubts, lines, damage }: ImportedAnswer): [number, number, number, boolean] => [
  columns.reduce((sum, column) => sum + column.articles.length, 0),
  doubts.length,
  lines.residue.length,
  damage.detected,
]
