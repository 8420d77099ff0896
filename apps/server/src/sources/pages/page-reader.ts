import { Injectable } from '@nestjs/common'
import type { Manuscript, SiteRule } from '#lib/editorial'
import { ChildPool } from '../../platform/children/child-pool.js'

export interface UnreadPage {
  readonly bytes: Uint8Array
  readonly name: string
  readonly mediaType: string
  readonly url: string
  /** By the address the page gives them. */
  readonly pictures: Readonly<Record<string, Uint8Array>>
  /** How the editors want the pages of some sites read. */
  readonly rules: readonly SiteRule[]
}

export interface ReadPage {
  readonly manuscript: Manuscript
  /** Addresses of pictures the text shows and did not bring along, as the page gives them. */
  readonly wanted: readonly string[]
}

export const pageTask = 'read-page'

/** House: as for files; a page of 20,000 nested boxes is refused long before. */
const PATIENCE_MS = 30_000

/** Reads web pages in a guarded child. */
@Injectable()
export class PageReader {
  constructor(private readonly children: ChildPool) {}

  read(page: UnreadPage, signal?: AbortSignal): Promise<ReadPage> {
    return this.children.run<ReadPage>(pageTask, page, { timeoutMs: PATIENCE_MS, signal })
  }
}
