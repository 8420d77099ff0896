import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type AttachmentAnswer, conflict, missing, type OfferedFile } from '#lib/editorial'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { Errands } from '../errands/errands.js'
import type { Snapshot } from '../snapshot.entity.js'
import { Attachment } from './attachment.entity.js'
import { attachmentAnswer } from './attachment-answer.js'
import { attachmentErrand } from './attachment-errand.js'
import { attachmentName } from './attachment-name.js'

/** House: a notice with more than this is a directory of files, and no one reads them all. */
const MOST_LISTED = 40
const LONGEST_ADDRESS = 2000

/** The files offered with originals: listed with them, asked for, looked at. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly errands: Errands,
    private readonly audit: AuditLog,
  ) {
    errands.watch(attachmentErrand)
  }

  /**
   * Lists what is offered with an original. Files that came along with a mail are taken out of it; those at an address are fetched where the page
   * was fetched itself, and only listed where it was uploaded or pasted: nothing is asked outside because a file said so.
   */
  async listIn(tx: EntityManager, { id: snapshot, publication, origin }: Snapshot, offered: readonly OfferedFile[]): Promise<void> {
    const once = new Map(offered.flatMap((file) => addressOf(file)).map((file) => [file.url, file]))
    let place = 0
    for (const { name, url } of [...once.values()].slice(0, MOST_LISTED)) {
      const id = randomUUID()
      const row = { id, publication, snapshot, place, name: attachmentName(name, url), url }
      if (origin === 'web' || isInside(url)) {
        await tx.insert(Attachment, { ...row, state: 'queued' })
        await this.errands.ring(tx, attachmentErrand, { id, rings: 1 })
      } else await tx.insert(Attachment, { ...row, state: 'cancelled', finishedAt: () => 'now()' })
      place += 1
    }
    if (place > 0) await this.errands.tell(tx, attachmentErrand, { id: snapshot, publication })
  }

  /** The same files for the same original in another publication; what was not had is only listed there. */
  async shareIn(tx: EntityManager, from: string, to: Pick<Attachment, 'snapshot' | 'publication'>): Promise<void> {
    for (const one of await this.of(from, tx)) {
      const { place, name, url, sha256, bytes, mediaType, finishedAt } = one
      const kept = sha256 === null ? { state: 'cancelled' as const } : { state: 'done' as const, sha256, bytes, mediaType }
      await tx.insert(Attachment, { id: randomUUID(), ...to, place, name, url, ...kept, finishedAt: finishedAt ?? (() => 'now()') })
    }
  }

  /** In the order of the page. */
  of(snapshot: string, tx: EntityManager = this.dataSource.manager): Promise<Attachment[]> {
    return tx.find(Attachment, { where: { snapshot }, order: { place: 'ASC', id: 'ASC' } })
  }

  async find(id: string): Promise<Attachment> {
    const attachment = await this.dataSource.manager.findOneBy(Attachment, { id })
    if (attachment === null) throw missing('attachment/missing')
    return attachment
  }

  /** One that is kept, with its hash. Refuses one that is not. */
  async kept(id: string): Promise<Attachment & { readonly sha256: string; readonly bytes: number; readonly mediaType: string }> {
    const attachment = await this.find(id)
    const { sha256, bytes, mediaType } = attachment
    if (sha256 === null || bytes === null || mediaType === null) throw conflict('attachment/not-kept')
    return { ...attachment, sha256, bytes, mediaType }
  }

  /** Refuses: one that is kept or under way. */
  async fetch(id: string, by: string): Promise<AttachmentAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      if (!(await this.errands.again(tx, attachmentErrand, id))) throw conflict('attachment/not-failed')
      return this.recorded(tx, id, 'fetch attachment', by)
    })
  }

  /** Refuses: one that is over. */
  async cancel(id: string, by: string): Promise<AttachmentAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      if (!(await this.errands.cancel(tx, attachmentErrand, id))) throw conflict('attachment/over')
      return this.recorded(tx, id, 'cancel attachment', by)
    })
  }

  private async recorded(tx: EntityManager, id: string, act: string, by: string): Promise<AttachmentAnswer> {
    const attachment = await tx.findOneByOrFail(Attachment, { id })
    const { publication, name } = attachment
    await this.audit.record(tx, { person: by, act, object: 'attachment', objectId: id, publication, detail: { name } })
    return attachmentAnswer(attachment)
  }
}

/** Files a mail brought along are called by a number in it. */
const INSIDE = /^attachment:\d{1,4}$/
export const isInside = (url: string): boolean => INSIDE.test(url)

/** In the one form an address has; what is neither outside nor inside a mail is no file that can be had. */
function addressOf({ name, url }: OfferedFile): OfferedFile[] {
  if (isInside(url)) return [{ name, url }]
  if (!URL.canParse(url)) return []
  const { protocol, href } = new URL(url)
  return /^https?:$/.test(protocol) && href.length <= LONGEST_ADDRESS ? [{ name, url: href }] : []
}
