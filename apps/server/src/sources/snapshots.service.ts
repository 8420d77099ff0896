import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { missing, type PageQuery, pageLimit, type SnapshotAnswer } from '#lib/editorial'
import { type NameOf, personNames } from '../people/person-names.js'
import type { StoredFile } from '../platform/files/file-store.js'
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
}

/** House: what a file may be called in the archive; longer names lose their middle, never their ending. */
const LONGEST_NAME = 200

/** The originals: kept byte for byte, for ever. */
@Injectable()
export class SnapshotsService {
  constructor(private readonly dataSource: DataSource) {}

  async keep(tx: EntityManager, taken: Taken): Promise<Snapshot> {
    const { publication, file, origin, mediaType, url, by } = taken
    const id = randomUUID()
    await tx.insert(Snapshot, { id, publication, ...file, name: archiveName(taken.name), origin, mediaType, url, takenBy: by })
    return tx.findOneByOrFail(Snapshot, { id })
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
          : '(snapshot.takenAt, snapshot.id) < (SELECT taken_at, id FROM snapshots WHERE id::text = :after)',
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

/** The name as its owner wrote it, in one Unicode form, without control signs or folders. */
export function archiveName(name: string): string {
  const chars = [
    ...(name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      .split(/[/\\]/)
      .at(-1)
      ?.trim() ?? ''),
  ]
  if (chars.length === 0) return '未命名'
  return chars.length <= LONGEST_NAME ? chars.join('') : [...chars.slice(0, LONGEST_NAME - 21), '…', ...chars.slice(-20)].join('')
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
