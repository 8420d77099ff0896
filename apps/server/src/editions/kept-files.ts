import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { FaceShelf } from '../issues/face-shelf.js'
import { PressOrders } from '../issues/press-orders.js'

const BATCH = 1000

/** Every hash some row of the house still needs: what a sweep of the file store must leave alone. */
@Injectable()
export class KeptFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly orders: PressOrders,
    private readonly faces: FaceShelf,
  ) {}

  async *list(): AsyncIterable<string> {
    for (const face of await this.faces.list()) yield face.sha256
    for (const table of ['snapshots', 'attachments', 'pictures', 'past_issues', 'edition_files']) yield* this.column(table, 'sha256')
    for await (const order of this.orderHashes()) {
      yield order
      yield* await this.facesOf(order)
    }
  }

  private async *orderHashes(): AsyncIterable<string> {
    yield* this.column('renders', 'content_hash')
    yield* this.column('review_rounds', 'content_hash')
  }

  /** An order names the faces it is drawn with, which may be older than today's; one that is damaged keeps nothing. */
  private async facesOf(contentHash: string): Promise<string[]> {
    try {
      return (await this.orders.read(contentHash)).faces.map((face) => face.sha256)
    } catch {
      return []
    }
  }

  private async *column(table: string, name: string): AsyncIterable<string> {
    for (let after = ''; ; ) {
      const rows = (await this.dataSource.query(
        `SELECT DISTINCT ${name} AS hash FROM ${table} WHERE ${name} > $1 ORDER BY 1 LIMIT ${BATCH}`,
        [after],
      )) as { hash: string }[]
      for (const row of rows) yield row.hash
      const last = rows.at(-1)
      if (last === undefined) return
      after = last.hash
    }
  }
}
