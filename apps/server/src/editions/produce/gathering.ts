import type { ArticleContent, Picture, Warning } from '#lib/editorial'
import type { BulletinImport } from '#lib/ingest'
import type { SnapshotOrigin } from '../../sources/snapshot.entity.js'

/** Bytes as they lay on the disk. */
export interface OriginalFile {
  readonly bytes: Uint8Array
  readonly name: string
  readonly mediaType: string
  readonly origin: SnapshotOrigin
  /** Where it was fetched from; null for what lay on the disk. */
  readonly url: string | null
}

export interface GatheredArticle {
  readonly content: ArticleContent
  readonly pictures: readonly Picture[]
  /** Null where the whole bulletin is the original. */
  readonly original: OriginalFile | null
  /** First and last line of the bulletin; null for a file of its own. */
  readonly lines: readonly [number, number] | null
  readonly warnings: readonly Warning[]
}

/** What the input says of the issue; unknown is null. */
export interface GatheredFacts {
  readonly publication: string | null
  readonly publisher: string | null
  readonly year: number | null
  readonly number: number | null
  readonly totalNumber: number | null
  /** ISO, as precise as known. */
  readonly date: string | null
  readonly titleLines: readonly string[]
  readonly editors: readonly string[]
  readonly contact: string | null
}

/** One issue read from a folder or a past bulletin, before anything is stored. */
export interface Gathering {
  /** The input's own name, without its ending. */
  readonly name: string
  /** Named or recognised; null when nothing says so. */
  readonly style: string | null
  readonly facts: GatheredFacts
  readonly columns: readonly { readonly name: string | null; readonly articles: readonly GatheredArticle[] }[]
  /** The bulletin the articles were taken from. */
  readonly original: OriginalFile | null
  /** The line account, doubts and damage of a past bulletin. */
  readonly bulletin: Pick<BulletinImport, 'lines' | 'doubts' | 'damage'> | null
}

export const gatheredArticles = (gathering: Gathering): GatheredArticle[] => gathering.columns.flatMap((column) => [...column.articles])
