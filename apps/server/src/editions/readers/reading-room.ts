import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { missing, type PressOrder, type ReleasedEdition, type ReleasedList, type WeChatAnswer } from '#lib/editorial'
import { PressOrders } from '../../issues/press-orders.js'
import type { Publication } from '../../publications/publication.entity.js'
import { publicationById } from '../../publications/publications.service.js'
import { Edition } from '../edition.entity.js'
import { EditionsService } from '../editions.service.js'
import { picturesIn } from '../press.js'
import { wechatArticles } from './wechat.js'

/** House: a list of issues for a feed or a shelf; older ones stand in the archive. */
const ON_THE_SHELF = 200

/** What is released, as readers see it: by year, one issue whole, for the WeChat editor. */
@Injectable()
export class ReadingRoom {
  constructor(
    private readonly dataSource: DataSource,
    private readonly editions: EditionsService,
    private readonly orders: PressOrders,
  ) {}

  /** Newest first. */
  async released(publication: string, year?: number): Promise<ReleasedList> {
    const rows = await this.dataSource.manager.find(Edition, {
      where: { publication, state: 'released' },
      order: { releasedAt: 'DESC', id: 'ASC' },
      take: ON_THE_SHELF,
    })
    const answers = await Promise.all(rows.map((row) => this.releasedEdition(row)))
    const years = [...new Set(answers.flatMap((one) => one.year ?? []))].sort((a, b) => b - a)
    return { years, items: year === undefined ? answers : answers.filter((one) => one.year === year) }
  }

  /** Refuses: a publication that is not open to readers, as if there were none. */
  async openPublication(id: string): Promise<Publication> {
    const publication = await publicationById(this.dataSource.manager, id)
    if (!publication.openToReaders) throw missing('publication/missing')
    return publication
  }

  /** A released edition of an open publication, with all it says. Refuses what is not released, and a recalled one, as if there were none. */
  async openEdition(publication: string, id: string): Promise<{ edition: Edition; order: PressOrder }> {
    await this.openPublication(publication)
    const edition = await this.dataSource.manager.findOneBy(Edition, { id, publication, state: 'released' })
    if (edition === null) throw missing('edition/missing')
    return { edition, order: await this.orders.read(edition.contentHash) }
  }

  /** Refuses: a picture the edition does not show. */
  async picture(publication: string, id: string, sha256: string): Promise<void> {
    const { order } = await this.openEdition(publication, id)
    if (!picturesIn(order).includes(sha256)) throw missing('source/picture-missing')
  }

  async wechat(id: string): Promise<WeChatAnswer> {
    const edition = await this.editions.row(id)
    return { articles: wechatArticles((await this.orders.read(edition.contentHash)).issue) }
  }

  private async releasedEdition(row: Edition): Promise<ReleasedEdition> {
    const { issue, articles } = row.manifest
    const { files, releasedAt } = await this.editions.find(row.id)
    return {
      edition: row.id,
      issue: row.issue,
      name: row.name,
      year: issue.year,
      number: issue.number,
      totalNumber: issue.totalNumber,
      date: issue.date,
      editionNumber: row.number,
      pages: row.pages,
      releasedAt: releasedAt ?? row.madeAt.toISOString(),
      contentHash: row.contentHash,
      files,
      contents: articles.map(({ column, title, pageLabel }) => ({ column, title, pageLabel })),
    }
  }
}
