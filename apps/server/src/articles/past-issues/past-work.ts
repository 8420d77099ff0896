import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Repair } from '#lib/ingest'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { FILES, type FileStore } from '../../platform/files/file-store.js'
import { BulletinReader } from '../../sources/bulletin-reader.js'
import type { Claim } from '../../sources/errands/errand.js'
import { Errands } from '../../sources/errands/errands.js'
import { BulletinImporter } from '../bulletin-importer.js'
import { BulletinRenewer } from './bulletin-renewer.js'
import { pastErrand } from './past-errand.js'
import { PastIssue } from './past-issue.entity.js'
import { writeDone } from './past-record.js'

/** The job collect/past-issue: the file read in a child, then its articles, doubts and line account in one transaction; read again after a repair, its articles are saved anew. */
@Injectable()
export class PastWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FILES) private readonly files: FileStore,
    private readonly reader: BulletinReader,
    private readonly importer: BulletinImporter,
    private readonly renewer: BulletinRenewer,
    private readonly errands: Errands,
  ) {}

  async bring(claim: Claim, signal: AbortSignal): Promise<void> {
    const row = await this.dataSource.manager.findOneByOrFail(PastIssue, { id: claim.id })
    const { sha256, bytes, mediaType, publication, requestedBy: by } = row
    const path = await this.files.local(sha256)
    const bulletin = await this.reader.read({ path, name: row.file, mediaType, url: null, repairs: row.repairs as readonly Repair[] })
    signal.throwIfAborted()
    await this.importer.putPictures(bulletin)
    await inTransaction(this.dataSource, async (tx) => {
      if (!(await this.errands.hold(tx, pastErrand, claim))) return
      const imported =
        row.imported === null
          ? await this.importer.keepIn(tx, bulletin, { sha256, bytes, name: row.file, mediaType }, { publication, by })
          : await this.renewer.renewIn(tx, bulletin, row.imported, { publication, by })
      await writeDone(tx, claim.id, bulletin, imported)
      await this.errands.tell(tx, pastErrand, claim)
    })
  }
}
