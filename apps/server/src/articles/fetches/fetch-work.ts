import { Inject, Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { contentHash, type Warning } from '#lib/editorial'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { FILES, type FileStore, type StoredFile } from '../../platform/files/file-store.js'
import type { Claim } from '../../sources/errands/errand.js'
import { Errands } from '../../sources/errands/errands.js'
import { type CollectedPage, PageCollector } from '../../sources/pages/page-collector.js'
import { SiteRulesService } from '../site-rules/site-rules.service.js'
import { Fetch } from './fetch.entity.js'
import { fetchErrand } from './fetch-errand.js'
import { FetchedStore } from './fetched-store.js'

/** The job collect/fetch: the page from outside, its bytes on the disk, then snapshot and article in one transaction. */
@Injectable()
export class FetchWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FILES) private readonly files: FileStore,
    private readonly pages: PageCollector,
    private readonly errands: Errands,
    private readonly store: FetchedStore,
    private readonly rules: SiteRulesService,
  ) {}

  async bring(claim: Claim, signal: AbortSignal): Promise<void> {
    const fetch = await this.dataSource.manager.findOneByOrFail(Fetch, { id: claim.id })
    const page = await this.pages.collect(fetch.url, await this.rules.rulesOf(fetch.publication), signal)
    const file = await this.files.put(page.bytes)
    await this.store.putPictures(page)
    await inTransaction(this.dataSource, async (tx) => {
      if (!(await this.errands.hold(tx, fetchErrand, claim))) return
      if (fetch.againFor === null) await this.keepNew(tx, fetch, page, file)
      else await this.keepAgain(tx, fetch.againFor, fetch, page, file)
      await this.errands.done(tx, fetchErrand, claim)
    })
  }

  private async keepNew(tx: EntityManager, fetch: Fetch, page: CollectedPage, file: StoredFile): Promise<void> {
    const { snapshot, article } = await this.store.keep(tx, fetch, page, file)
    await tx.update(Fetch, { id: fetch.id }, { snapshot, article, warnings: plain(page.manuscript.warnings) })
  }

  /** The page is kept beside the first one, and what it says now beside the article; whether anything is taken over is the editor's word. */
  private async keepAgain(tx: EntityManager, article: string, fetch: Fetch, page: CollectedPage, file: StoredFile): Promise<void> {
    const snapshot = await this.store.keepPage(tx, fetch, page, file)
    const { content } = page.manuscript
    const first = await this.store.firstContent(tx, article)
    const differs = contentHash(first.blocks) !== contentHash(content.blocks) || first.title !== content.title
    await tx.update(
      Fetch,
      { id: fetch.id },
      { snapshot, article, differs, content: content as never, warnings: plain(page.manuscript.warnings) },
    )
  }
}

const plain = (warnings: readonly Warning[]): Warning[] => warnings.map((one) => ({ ...one }))
