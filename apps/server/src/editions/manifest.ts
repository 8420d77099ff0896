import type { RenderPurpose } from '#lib/editorial'

export interface ManifestArticle {
  readonly column: string | null
  readonly title: string
  readonly source: string | null
  readonly sourceDate: string | null
  readonly url: string | null
  readonly documentNumber: string | null
  readonly contentHash: string
  /** The saved version that was printed, and the snapshot it came from; null where the article was typed here. */
  readonly article: string
  readonly version: number
  readonly snapshotSha256: string | null
  readonly pdfPage: number
  readonly pageLabel: string
}

export interface ManifestFile {
  readonly format: 'pdf' | 'docx'
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly pages: number | null
}

/** What is in an edition, from the source's hash to the printed page: enough to check the files without this server. */
export interface Manifest {
  readonly format: 1
  readonly bianyin: string
  readonly node: string
  readonly name: string
  readonly purpose: RenderPurpose
  readonly edition: number
  /** SHA-256 of the press order: what reviewers approved and what both files carry. */
  readonly contentHash: string
  readonly review: 'none' | 'passed'
  readonly issue: {
    readonly publication: string | null
    readonly publisher: string | null
    readonly year: number | null
    readonly number: number | null
    readonly totalNumber: number | null
    readonly date: string | null
  }
  readonly style: { readonly name: string; readonly sha256: string }
  readonly faces: readonly { readonly id: string; readonly role: string; readonly sha256: string }[]
  readonly pictures: readonly string[]
  readonly articles: readonly ManifestArticle[]
  readonly files: readonly ManifestFile[]
}
