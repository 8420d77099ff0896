import { Inject, Injectable } from '@nestjs/common'
import { createTransport } from 'nodemailer'
import { DataSource } from 'typeorm'
import { conflict, type MailAnswer, type MailRequest } from '#lib/editorial'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { EdgeRefusal } from '../../platform/errors/edge-refusal.js'
import { publicationById } from '../../publications/publications.service.js'
import type { Edition } from '../edition.entity.js'
import { EditionsService } from '../editions.service.js'
import { type ContentsMail, contentsMail } from './contents-mail.js'

/** House: a campus mail server answers at once; one that does not is told before the browser gives up. */
const PATIENCE_MS = 10_000

/** Sends the contents of a released edition, to each address a letter of its own, by the unit's mail server. */
@Injectable()
export class ContentsMailer {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly editions: EditionsService,
    private readonly audit: AuditLog,
  ) {}

  /** Refuses: an edition that is not released, a house without SMTP_URL, a mail server that does not answer (503). */
  async send(id: string, { to, message }: MailRequest, by: string): Promise<MailAnswer> {
    const url = this.config.smtpUrl
    if (url === undefined) throw conflict('edition/no-mail')
    const edition = await this.editions.row(id)
    if (edition.state !== 'released') throw conflict('edition/not-released')
    const letter = contentsMail({
      name: edition.name,
      message: message ?? null,
      articles: edition.manifest.articles,
      href: await this.hrefOf(edition),
    })
    const refused = await this.post(url, letter, [...new Set(to)])
    const sent = new Set(to).size - refused.length
    await inTransaction(this.dataSource, (tx) =>
      this.audit.record(tx, {
        person: by,
        act: 'mail contents',
        object: 'edition',
        objectId: id,
        publication: edition.publication,
        detail: { sent, refused: refused.length },
      }),
    )
    return { sent, refused }
  }

  /** Answers the addresses the server would not take. */
  private async post(url: string, letter: ContentsMail, to: readonly string[]): Promise<string[]> {
    const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS }
    const transport = createTransport({ url, pool: true, maxConnections: 1, ...patience })
    const refused: string[] = []
    try {
      for (const address of to) {
        const mail = { from: this.sender(url), to: address, ...letter, disableFileAccess: true, disableUrlAccess: true }
        await transport.sendMail(mail).catch((error: unknown) => {
          if (!isRefusal(error)) throw new EdgeRefusal(503, 'edition/mail-unreachable', {}, { headers: { 'Retry-After': '60' } })
          refused.push(address)
        })
      }
    } finally {
      transport.close()
    }
    return refused
  }

  private sender(url: string): string {
    const { username, hostname } = new URL(url)
    const user = decodeURIComponent(username)
    return user.includes('@') ? user : `${user === '' ? 'bianyin' : user}@${this.config.publicUrl?.hostname ?? hostname}`
  }

  private async hrefOf({ publication, id }: Edition): Promise<string | null> {
    const origin = this.config.publicUrl?.origin
    const { openToReaders } = await publicationById(this.dataSource.manager, publication)
    return openToReaders && origin !== undefined ? `${origin}/api/v1/read/${publication}/${id}` : null
  }
}

/** The server spoke and said no to this letter; anything else is a server that is not there. */
const isRefusal = (error: unknown): boolean => {
  const { responseCode } = (error ?? {}) as { responseCode?: unknown }
  return typeof responseCode === 'number' && responseCode >= 500 && responseCode !== 535
}
