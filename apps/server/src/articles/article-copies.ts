import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type Actor, type ArticleAnswer, type ArticleCopyRequest, missing } from '#lib/editorial'
import { actOnce, type Once } from '../people/once.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { admit } from '../publications/access.js'
import { PicturesService } from '../sources/pictures.service.js'
import { SnapshotsService } from '../sources/snapshots.service.js'
import { articleRow } from './article-answer.js'
import { ArticlesService } from './articles.service.js'

/** Articles used again: a new one with the text of another, its pictures, its original and where its fields were read. */
@Injectable()
export class ArticleCopies {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pictures: PicturesService,
    private readonly snapshots: SnapshotsService,
    private readonly articles: ArticlesService,
  ) {}

  /** Refuses: a publication the person does not edit. */
  async copy(id: string, { publication: into }: ArticleCopyRequest, actor: Actor, once?: Once): Promise<ArticleAnswer> {
    return inTransaction(this.dataSource, (tx) =>
      actOnce(tx, once, async () => {
        const row = await articleRow(tx, id)
        if (row === undefined) throw missing('article/missing')
        const { publication: from, snapshot, provenance } = row.article
        const publication = into ?? from
        admit(actor, 'edit articles', publication, 'publication/missing')
        const { content } = row.version
        if (publication !== from) await this.pictures.share(tx, content, from, publication)
        const original = snapshot === null || publication === from ? snapshot : await this.snapshots.shareIn(tx, snapshot, publication)
        return this.articles.addIn(tx, { publication, content, snapshot: original, by: actor.id, provenance })
      }),
    )
  }
}
