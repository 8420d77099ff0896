import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { ArticleContent } from '#lib/editorial'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { Reconcilers } from '../../platform/reconcile/reconcilers.js'
import { ArticleIndexer } from './article-indexer.js'

/** House: a round of indexing takes a second or two, so that other rounds do not wait. */
const AT_ONCE = 50

interface Newest {
  readonly article: string
  readonly publication: string
  readonly version: number
  readonly content: ArticleContent
  readonly discarded: boolean
}

const NEWEST = `SELECT a.id AS article, a.publication, a.version, a.discarded, v.content FROM articles a
  JOIN article_versions v ON v.article = a.id AND v.number = a.version`

/** Brings into the index what is not there: articles of a house that is older than its index, or all of them anew. */
@Injectable()
export class IndexKeeper {
  private whole = false

  constructor(
    private readonly dataSource: DataSource,
    private readonly indexer: ArticleIndexer,
    reconcilers: Reconcilers,
  ) {
    reconcilers.add({ name: 'article index', run: (tx) => this.fill(tx) })
  }

  /** A few of those that are missing; once none is, nobody looks again. Nothing was lost, so nothing counts as mended. */
  async fill(tx: EntityManager): Promise<number> {
    if (this.whole) return 0
    const rows = (await tx.query(
      `${NEWEST} WHERE NOT a.discarded AND NOT EXISTS (SELECT 1 FROM article_index i WHERE i.article = a.id) ORDER BY a.id LIMIT ${AT_ONCE} FOR UPDATE OF a SKIP LOCKED`,
    )) as Newest[]
    for (const row of rows) await this.indexer.index(tx, row)
    this.whole = rows.length < AT_ONCE
    return 0
  }

  /** Every article anew, each in a transaction of its own; answers how many. */
  async rebuild(tell: (done: number) => void): Promise<number> {
    let after = '00000000-0000-0000-0000-000000000000'
    for (let done = 0; ; tell(done)) {
      const ids = (await this.dataSource.query('SELECT id FROM articles WHERE id > $1 ORDER BY id LIMIT 100', [after])) as { id: string }[]
      for (const { id } of ids) await this.renew(id)
      done += ids.length
      const last = ids.at(-1)
      if (last === undefined) return done
      after = last.id
    }
  }

  /** The article is held meanwhile, so that a saving in between is not overwritten by its elder. */
  private async renew(id: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const [row] = (await tx.query(`${NEWEST} WHERE a.id = $1 FOR UPDATE OF a`, [id])) as Newest[]
      if (row === undefined || row.discarded) await this.indexer.remove(tx, id)
      else await this.indexer.index(tx, row)
    })
  }
}
