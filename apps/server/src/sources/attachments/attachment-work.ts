import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { invalid, Refusal } from '#lib/editorial'
import { ChildPool } from '../../platform/children/child-pool.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { FILES, type FileStore } from '../../platform/files/file-store.js'
import type { Claim } from '../errands/errand.js'
import { Errands } from '../errands/errands.js'
import { Outside } from '../outside/outside.js'
import { Snapshot } from '../snapshot.entity.js'
import { Attachment } from './attachment.entity.js'
import { attachmentErrand } from './attachment-errand.js'
import { isInside } from './attachments.service.js'

export const mailFileTask = 'read-mail-file'

/** A file of a mail, by the number the mail knows it by. */
export interface UnreadMailFile {
  readonly path: string
  readonly name: string
  readonly url: string
}

/** House: as for whole mails. */
const PATIENCE_MS = 30_000

interface Brought {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/** The job collect/attachment: the file from outside, or out of the mail that brought it, its bytes on the disk, then its row. */
@Injectable()
export class AttachmentWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FILES) private readonly files: FileStore,
    private readonly outside: Outside,
    private readonly children: ChildPool,
    private readonly errands: Errands,
  ) {}

  async bring(claim: Claim, signal: AbortSignal): Promise<void> {
    const attachment = await this.dataSource.manager.findOneByOrFail(Attachment, { id: claim.id })
    const { bytes, mediaType } = isInside(attachment.url)
      ? await this.fromMail(attachment, signal)
      : await this.fromOutside(attachment.url, signal)
    const file = await this.files.put(bytes)
    await inTransaction(this.dataSource, async (tx) => {
      if (!(await this.errands.hold(tx, attachmentErrand, claim))) return
      await tx.update(Attachment, { id: claim.id }, { ...file, mediaType })
      await this.errands.done(tx, attachmentErrand, claim)
    })
  }

  private async fromOutside(url: string, signal: AbortSignal): Promise<Brought> {
    try {
      const { bytes, mediaType } = await this.outside.get(url, 'file', { signal })
      if (bytes.byteLength === 0) throw invalid('attachment/empty')
      if (isPage(bytes)) throw invalid('attachment/unsupported-content')
      return { bytes, mediaType: mediaType === '' ? 'application/octet-stream' : mediaType }
    } catch (error) {
      throw attachmentRefusal(error)
    }
  }

  private async fromMail({ snapshot, url }: Attachment, signal: AbortSignal): Promise<Brought> {
    const { sha256, name } = await this.dataSource.manager.findOneByOrFail(Snapshot, { id: snapshot })
    const order: UnreadMailFile = { path: await this.files.local(sha256), name, url }
    return this.children.run<Brought>(mailFileTask, order, { timeoutMs: PATIENCE_MS, signal })
  }
}

/** Sites that hand out a page for signing in as if it were the file. */
const isPage = (bytes: Uint8Array): boolean => /^\s*<(!doctype html|html)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))

/** What is said of a page that was not had is said of a file in other words. */
const attachmentRefusal = (error: unknown): unknown =>
  error instanceof Refusal && error.code.startsWith('fetch/') ? invalid(error.code.replace('fetch/', 'attachment/'), error.params) : error
