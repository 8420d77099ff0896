import { Injectable } from '@nestjs/common'
import { articleContent, invalid } from '#lib/editorial'
import type { BulletinImport, Repair } from '#lib/ingest'
import { ChildPool } from '../platform/children/child-pool.js'
import type { UnreadSource } from './source-reader.js'

export const bulletinTask = 'read-bulletin'

/** House: the longest bulletin seen is read in under a second; a scanned one by the hundred pages may take a minute. */
const PATIENCE_MS = 90_000

/** A bulletin to be taken apart, and what a person confirmed of its damaged text. */
export interface UnreadBulletin extends UnreadSource {
  readonly repairs?: readonly Repair[]
}

/** Takes past bulletins apart in a guarded child. */
@Injectable()
export class BulletinReader {
  constructor(private readonly children: ChildPool) {}

  /** Refuses what cannot be read at all, and a bulletin whose articles no article can hold. */
  async read(source: UnreadBulletin): Promise<BulletinImport> {
    const bulletin = await this.children.run<BulletinImport>(bulletinTask, source, { timeoutMs: PATIENCE_MS })
    for (const { content } of bulletin.columns.flatMap((column) => column.articles)) {
      const flaw = articleContent.safeParse(content).error?.issues[0]
      if (flaw !== undefined)
        throw invalid('source/does-not-fit', { name: source.name, place: flaw.path.map(String).join('.'), reason: flaw.message })
    }
    return bulletin
  }
}
