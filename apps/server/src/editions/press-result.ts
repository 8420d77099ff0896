import type { RefusalParams } from '#lib/editorial'
import type { PageText } from './page-texts.js'

/** Something the typesetter noticed, with the article and the sheet it stands on where it has them. */
export interface PressWarning {
  readonly code: string
  readonly params?: RefusalParams
  readonly block?: number
  readonly article?: number
  readonly page?: number
}

/** Milliseconds spent on each part, for the report; they never enter the files. */
export interface PressTimings {
  readonly layoutMs: number
  readonly pdfMs: number
  readonly docxMs: number
}

/** Where an article landed: the sheet from 1, and the number printed on it. */
export interface ArticlePlace {
  readonly pdfPage: number
  readonly pageLabel: string
}

export interface PressFile {
  readonly format: 'pdf' | 'docx'
  readonly bytes: Uint8Array
}

/** What the press gives back for one order. */
export interface PressResult {
  readonly pages: number
  readonly warnings: readonly PressWarning[]
  /** In reading order. */
  readonly places: readonly ArticlePlace[]
  /** What is searched in the edition. */
  readonly pageTexts: readonly PageText[]
  readonly files: readonly PressFile[]
  readonly timings: PressTimings
}
