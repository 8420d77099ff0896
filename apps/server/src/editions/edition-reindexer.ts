import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { inTransaction } from '../platform/database/in-transaction.js'
import { keepPageTexts } from './edition-index.js'
import { Press } from './press.js'

/** Lays reviewed editions out once more from their orders, to write down what stands on their pages. Their files are not touched. */
@Injectable()
export class EditionReindexer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly press: Press,
  ) {}

  /** Answers how many editions were read. */
  async rebuild(signal: AbortSignal, tell: (name: string) => void): Promise<number> {
    const editions = (await this.dataSource.query(
      `SELECT id, name, content_hash AS "contentHash" FROM editions WHERE purpose = 'release' ORDER BY made_at, id`,
    )) as { id: string; name: string; contentHash: string }[]
    for (const { id, name, contentHash } of editions) {
      const { pageTexts } = await this.press.print({ contentHash, purpose: 'release' }, () => {}, signal)
      await inTransaction(this.dataSource, (tx) => keepPageTexts(tx, id, pageTexts))
      tell(name)
    }
    return editions.length
  }
}
