import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, IsNull } from 'typeorm'
import { missing, type OfferedFile, type PageQuery, pageLimit, type SnapshotAnswer } from '#lib/editorial'
import { type NameOf, personNames } from '../people/person-names.js'
import { uuidIfAny } from '../platform/database/uuid-if-any.js'
import type { StoredFile } from '../platform/files/file-store.js'
import { archiveName } from './archive-name.js'
import { AttachmentsService } from './attachments/attachments.service.js'
import { Snapshot, type SnapshotOrigin } from './snapshot.entity.js'

/** What is known of bytes as they came in. */
export interface Taken {
  readonly publication: string
  readonly file: StoredFile
  readonly name: string
  readonly origin: SnapshotOrigin
  readonly mediaType: string
  readonly url: string | null
  /** Null for the command line. */
  readonly by: string | null
  /** Files offered with it, to be listed and kept. */
  readonly offered?: readonly OfferedFile[]
}

/** The originals: kept byte for byte, for ever. */
@Injectable()
export class SnapshotsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly attachments: AttachmentsService,
  ) {}

  async keep(tx: EntityManager, taken: Taken): Promise<Snapshot> {
    const { publication, file, origin, mediaType, url, by } = taken
    const id = randomUUID()
    await tx.insert(Snapshot, { id, publication, ...file, name: archiveName(taken.name), origin, mediaType, url, takenBy: by })
    const snapshot = await tx.findOneByOrFail(Snapshot, { id })
    await this.attachments.listIn(tx, snapshot, taken.offered ?? [])
    return snapshot
  }

  /** The same original for another publication: the same bytes, address, hour and hand, and its files; once, however often it is asked for. */
  async shareIn(tx: EntityManager, id: string, publication: string): Promise<string> {
    const { id: from, publication: _, ...facts } = await tx.findOneByOrFail(Snapshot, { id })
    const { sha256, origin, takenAt, url } = facts
    const there = await tx.findOneBy(Snapshot, { publication, sha256, origin, takenAt, url: url ?? IsNull() })
    if (there !== null) return there.id
    const copy = randomUUID()
    await tx.insert(Snapshot, { id: copy, publication, ...facts })
    await this.attachments.shareIn(tx, from, { snapshot: copy, publication })
    return copy
  }

  async find(id: string): Promise<Snapshot> {
    const snapshot = await this.dataSource.manager.findOneBy(Snapshot, { id })
    if (snapshot === null) throw missing('source/missing')
    return snapshot
  }

  async list(publication: string, query: PageQuery): Promise<{ items: SnapshotAnswer[]; next: string | null }> {
    const limit = pageLimit(query)
    const rows = await this.dataSource.manager
      .createQueryBuilder(Snapshot, 'snapshot')
      .where('snapshot.publication = :publication', { publication })
      .andWhere(
        query.after === undefined
          ? 'true'
          : `(snapshot.takenAt, snapshot.id) < (SELECT taken_at, id FROM snapshots WHERE id = ${uuidIfAny(':after')})`,
        { after: query.after },
      )
      .orderBy('snapshot.takenAt', 'DESC')
      .addOrderBy('snapshot.id', 'DESC')
      .limit(limit + 1)
      .getMany()
    const page = rows.slice(0, limit)
    const nameOf = await personNames(
      this.dataSource.manager,
      page.map((one) => one.takenBy),
    )
    return { items: page.map((one) => snapshotAnswer(one, nameOf)), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  }

  async answer(snapshot: Snapshot, tx: EntityManager = this.dataSource.manager): Promise<SnapshotAnswer> {
    return snapshotAnswer(snapshot, await personNames(tx, [snapshot.takenBy]))
  }
}

const snapshotAnswer = (one: Snapshot, nameOf: NameOf): SnapshotAnswer => ({
  id: one.id,
  publication: one.publication,
  name: one.name,
  origin: one.origin,
  mediaType: one.mediaType,
  url: one.url,
  sha256: one.sha256,
  bytes: one.bytes,
  takenBy: nameOf(one.takenBy),
  takenAt: one.takenAt.toISOString(),
})
