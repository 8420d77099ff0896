import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type CollectedAnswer, invalid, missing, type OriginAnswer } from '#lib/editorial'
import type { Once } from '../../people/once.js'
import { attachmentAnswer } from '../../sources/attachments/attachment-answer.js'
import { isReadable } from '../../sources/attachments/attachment-name.js'
import { AttachmentsService } from '../../sources/attachments/attachments.service.js'
import { SnapshotsService } from '../../sources/snapshots.service.js'
import { Article } from '../article.entity.js'
import { Collector } from '../collector.js'
import { Fetch } from '../fetches/fetch.entity.js'
import { fetchAnswer } from '../fetches/fetch-answer.js'

/** Where an article comes from, and what else came with it. */
@Injectable()
export class OriginsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: SnapshotsService,
    private readonly attachments: AttachmentsService,
    private readonly collector: Collector,
  ) {}

  async of(article: string): Promise<OriginAnswer> {
    const tx = this.dataSource.manager
    const row = await tx.findOneBy(Article, { id: article })
    if (row === null) throw missing('article/missing')
    const { snapshot, provenance } = row
    const [last] = await tx.find(Fetch, { where: { againFor: article }, order: { requestedAt: 'DESC', id: 'DESC' }, take: 1 })
    return {
      snapshot: snapshot === null ? null : await this.snapshots.answer(await this.snapshots.find(snapshot)),
      provenance: provenance.map(({ field, from }) => ({ field, from })),
      attachments: snapshot === null ? [] : (await this.attachments.of(snapshot)).map(attachmentAnswer),
      reread: last === undefined ? null : await fetchAnswer(tx, last),
    }
  }

  /** A kept file as an article of its own. Refuses one that is not kept, and one of a kind no article is made of. */
  async articleOf(id: string, by: string, once?: Once): Promise<CollectedAnswer> {
    const { name, mediaType, url, sha256, bytes, publication, snapshot } = await this.attachments.kept(id)
    if (!isReadable(name)) throw invalid('attachment/not-readable', { name })
    const page = await this.pageFacts(snapshot)
    const kept = { file: { sha256, bytes }, name, mediaType, url: /^https?:/.test(url) ? url : null }
    return this.collector.takeKept(kept, page, { publication, by, once })
  }

  /** What the article of the page says of its source, as it stands now. */
  private async pageFacts(snapshot: string): Promise<{ source: string | null; sourceDate: string | null }> {
    const [row] = (await this.dataSource.query(
      `SELECT v.source, v.source_date AS "sourceDate" FROM articles a JOIN article_versions v ON v.article = a.id AND v.number = a.version
       WHERE a.snapshot = $1 ORDER BY a.created_at, a.id LIMIT 1`,
      [snapshot],
    )) as { source: string | null; sourceDate: string | null }[]
    return row ?? { source: null, sourceDate: null }
  }
}
