import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { conflict, missing, type NewShare, type ShareAnswer, type SharedEdition, type ShareRequest } from '#lib/editorial'
import { type NameOf, personNames } from '../../people/person-names.js'
import { newToken, tokenHash } from '../../people/secrets.js'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { EdgeRefusal } from '../../platform/errors/edge-refusal.js'
import { publicationById } from '../../publications/publications.service.js'
import { Edition } from '../edition.entity.js'
import { EditionsService } from '../editions.service.js'
import { ShareLink } from './share-link.entity.js'

/** Links that open one released edition for somebody without an account, for so many days, until they are revoked. */
@Injectable()
export class SharesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly editions: EditionsService,
    private readonly audit: AuditLog,
  ) {}

  async list(edition: string): Promise<ShareAnswer[]> {
    const tx = this.dataSource.manager
    const rows = await tx.find(ShareLink, { where: { edition }, order: { madeAt: 'DESC' } })
    const open = new Set(
      ((await tx.query(`SELECT id FROM share_links s WHERE edition = $1 AND ${OPEN}`, [edition])) as { id: string }[]).map((one) => one.id),
    )
    const nameOf = await personNames(
      tx,
      rows.map((row) => row.madeBy),
    )
    return rows.map((row) => shareAnswer(row, nameOf, open.has(row.id)))
  }

  /** Refuses: an edition that is not released. */
  async make(edition: string, { days, note }: ShareRequest, by: string): Promise<NewShare> {
    const id = randomUUID()
    const token = newToken()
    await inTransaction(this.dataSource, async (tx) => {
      const { state, publication } = await tx.findOneByOrFail(Edition, { id: edition })
      if (state !== 'released') throw conflict('edition/not-released')
      const expiresAt = (): string => `now() + interval '${days} days'`
      const row = { id, publication, edition, tokenHash: tokenHash(token), note: note ?? null, madeBy: by, expiresAt }
      await tx.createQueryBuilder().insert().into(ShareLink).values(row).execute()
      await this.audit.record(tx, {
        person: by,
        act: 'share edition',
        object: 'edition',
        objectId: edition,
        publication,
        detail: { share: id, days, note },
      })
    })
    const share = (await this.list(edition)).find((one) => one.id === id)
    if (share === undefined) throw new Error('a link has no answer')
    return { share, token }
  }

  async revoke(id: string, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const link = await tx.findOneBy(ShareLink, { id })
      if (link === null) throw missing('edition/share-missing')
      if (link.revokedAt !== null) return
      await tx.update(ShareLink, { id }, { revokedAt: () => 'now()' })
      const { edition, publication } = link
      await this.audit.record(tx, {
        person: by,
        act: 'revoke share',
        object: 'edition',
        objectId: edition,
        publication,
        detail: { share: id },
      })
    })
  }

  /** What a token opens. Refuses alike (404): none, a revoked or expired one, one whose maker is gone; a recalled edition is gone (410). */
  async opened(token: string): Promise<{ edition: string; expiresAt: string }> {
    const tx = this.dataSource.manager
    const [row] = (await tx.query(`SELECT s.edition, s.expires_at AS "expiresAt" FROM share_links s WHERE s.token_hash = $1 AND ${OPEN}`, [
      tokenHash(token),
    ])) as { edition: string; expiresAt: Date }[]
    if (row === undefined) throw missing('edition/share-missing')
    await refuseRecalled(tx, row.edition)
    return { edition: row.edition, expiresAt: row.expiresAt.toISOString() }
  }

  async shared(token: string): Promise<SharedEdition> {
    const { edition, expiresAt } = await this.opened(token)
    const { name, publication, releasedAt, pages, files } = await this.editions.find(edition)
    const { name: publicationName } = await publicationById(this.dataSource.manager, publication)
    return { name, publication: publicationName, releasedAt: releasedAt ?? '', pages, expiresAt, files }
  }
}

/** Neither revoked nor expired, and its maker still works here. */
const OPEN = `s.revoked_at IS NULL AND s.expires_at > now()
  AND EXISTS (SELECT 1 FROM people p JOIN memberships m ON m.person = p.id AND m.publication = s.publication WHERE p.id = s.made_by AND NOT p.disabled)`

async function refuseRecalled(tx: EntityManager, id: string): Promise<void> {
  const edition = await tx.findOneByOrFail(Edition, { id })
  if (edition.state === 'recalled') throw new EdgeRefusal(410, 'edition/recalled', { reason: edition.recallReason ?? '' })
}

const shareAnswer = (row: ShareLink, nameOf: NameOf, open: boolean): ShareAnswer => ({
  id: row.id,
  edition: row.edition,
  note: row.note,
  madeBy: nameOf(row.madeBy),
  madeAt: row.madeAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  open,
})
