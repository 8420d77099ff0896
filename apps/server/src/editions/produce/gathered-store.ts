import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ArticlesService } from '../../articles/articles.service.js'
import { FILES, type FileStore, type StoredFile } from '../../platform/files/file-store.js'
import { PicturesService } from '../../sources/pictures.service.js'
import { SnapshotsService } from '../../sources/snapshots.service.js'
import { type Gathering, gatheredArticles, type OriginalFile } from './gathering.js'

/** Bytes of a gathering that lie in the file store, by the file they came from. */
export type StoredOriginals = ReadonlyMap<OriginalFile, StoredFile>

/** Keeps what was gathered: originals and pictures on the disk first, then snapshots and articles in the transaction. */
@Injectable()
export class GatheredStore {
  constructor(
    @Inject(FILES) private readonly files: FileStore,
    private readonly snapshots: SnapshotsService,
    private readonly pictures: PicturesService,
    private readonly articles: ArticlesService,
  ) {}

  async putBytes(gathering: Gathering): Promise<StoredOriginals> {
    const stored = new Map<OriginalFile, StoredFile>()
    for (const original of [gathering.original, ...gatheredArticles(gathering).map((one) => one.original)]) {
      if (original !== null) stored.set(original, await this.files.put(original.bytes))
    }
    await this.pictures.store(gatheredArticles(gathering).flatMap((one) => one.pictures))
    return stored
  }

  /** Answers the new articles in reading order. */
  async keep(tx: EntityManager, publication: string, gathering: Gathering, stored: StoredOriginals): Promise<string[]> {
    const whole = await this.snapshot(tx, publication, gathering.original, stored)
    const ids: string[] = []
    for (const one of gatheredArticles(gathering)) {
      await this.pictures.keep(tx, publication, one.pictures)
      const snapshot = whole ?? (await this.snapshot(tx, publication, one.original, stored))
      const { id } = await this.articles.addIn(tx, { publication, content: one.content, snapshot, by: null })
      ids.push(id)
    }
    return ids
  }

  private async snapshot(
    tx: EntityManager,
    publication: string,
    original: OriginalFile | null,
    stored: StoredOriginals,
  ): Promise<string | null> {
    const file = original === null ? undefined : stored.get(original)
    if (original === null || file === undefined) return null
    const { name, mediaType, origin, url } = original
    return (await this.snapshots.keep(tx, { publication, file, name, mediaType, origin, url, by: null })).id
  }
}
