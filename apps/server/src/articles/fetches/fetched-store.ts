import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ArticleContent } from '#lib/editorial'
import type { StoredFile } from '../../platform/files/file-store.js'
import type { CollectedPage } from '../../sources/pages/page-collector.js'
import { PicturesService } from '../../sources/pictures.service.js'
import { SnapshotsService } from '../../sources/snapshots.service.js'
import { ArticleVersion } from '../article-version.entity.js'
import { ArticlesService } from '../articles.service.js'
import type { Fetch } from './fetch.entity.js'

/** Keeps fetched pages: the original for ever, the list of its files, its pictures, the article. */
@Injectable()
export class FetchedStore {
  constructor(
    private readonly snapshots: SnapshotsService,
    private readonly pictures: PicturesService,
    private readonly articles: ArticlesService,
  ) {}

  async putPictures({ manuscript }: CollectedPage): Promise<void> {
    await this.pictures.store(manuscript.pictures)
  }

  async keep(tx: EntityManager, fetch: Fetch, page: CollectedPage, file: StoredFile): Promise<{ snapshot: string; article: string }> {
    const snapshot = await this.keepPage(tx, fetch, page, file)
    const { publication, requestedBy: by } = fetch
    const content = { ...page.manuscript.content, url: page.manuscript.content.url ?? page.url }
    const { id } = await this.articles.addIn(tx, { publication, content, snapshot, by, provenance: page.manuscript.provenance })
    return { snapshot, article: id }
  }

  async keepPage(tx: EntityManager, fetch: Fetch, page: CollectedPage, file: StoredFile): Promise<string> {
    const { publication, requestedBy: by } = fetch
    await this.pictures.keep(tx, publication, page.manuscript.pictures)
    const about = { name: page.name, mediaType: page.mediaType, origin: 'web', url: page.url } as const
    return (await this.snapshots.keep(tx, { publication, file, by, offered: page.manuscript.offered, ...about })).id
  }

  /** What was read from the source when the article came in. */
  async firstContent(tx: EntityManager, article: string): Promise<ArticleContent> {
    return (await tx.findOneByOrFail(ArticleVersion, { article, number: 1 })).content
  }
}
