import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { type ArticleContent, invalid, type Manuscript, type Picture, type Run, runsText, type Warning } from '#lib/editorial'
import { assemble } from '../assemble.js'
import { findDamage } from '../bulletin/damage.js'
import { finishManuscript } from '../finish-manuscript.js'
import { PictureBox } from '../pictures/picture-box.js'
import type { Piece } from '../piece.js'
import { tieFootNotes } from './foot-notes.js'
import { likelyTables } from './likely-tables.js'
import { openPdf } from './open-pdf.js'
import { type PdfLine, pageLines } from './page-lines.js'
import { type PdfPicture, pagePictures } from './page-pictures.js'
import { reflow } from './reflow.js'
import { withoutRunningLines } from './running-lines.js'

/** What a PDF holds, before anything is recognised. */
export interface PdfText {
  readonly pieces: readonly Piece[]
  readonly notes: Readonly<Record<string, readonly Run[]>>
  /** Running heads and feet. */
  readonly feet: readonly string[]
  readonly warnings: readonly Warning[]
  readonly box: PictureBox
}

/** House: a page of text has hundreds of characters; a book with fewer than these a page is pictures of pages. */
const LEAST_A_PAGE = 20

/** Reads the text of a PDF back into paragraphs by where it stands, its pictures between them. Refuses what is none, what is protected, and scans. */
export async function readPdfText(bytes: Uint8Array, name: string): Promise<PdfText> {
  const box = new PictureBox({})
  const { lines, pictures, pages } = await readPages(bytes, name, box)
  if (lines.reduce((sum, line) => sum + line.text.length, 0) < LEAST_A_PAGE * pages) throw invalid('ingest/scanned', { name })
  const { text, running } = withoutRunningLines(lines)
  const tied = tieFootNotes(text)
  const pieces = reflow(tied.lines, withoutRepeated(pictures, pages))
  return { pieces, notes: tied.notes, feet: [...new Set(running.map((line) => line.text))], warnings: warningsOf(pieces), box }
}

interface Pages {
  readonly lines: readonly PdfLine[]
  readonly pictures: readonly PdfPicture[]
  readonly pages: number
}

async function readPages(bytes: Uint8Array, name: string, box: PictureBox): Promise<Pages> {
  const document = await openPdf(bytes, name)
  const lines: PdfLine[] = []
  const pictures: PdfPicture[] = []
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const texts = items.filter((item): item is TextItem => 'str' in item)
      lines.push(...pageLines(texts, number, page.view[3] ?? 0))
      pictures.push(...(await pagePictures(page, box)))
      page.cleanup()
    }
  } finally {
    await document.loadingTask.destroy()
  }
  return { lines, pictures, pages: document.numPages }
}

/** House: a picture on three pages in ten, and on three at least, is an emblem. */
const REPEATED = { share: 0.3, least: 3 }

function withoutRepeated(pictures: readonly PdfPicture[], pages: number): PdfPicture[] {
  const counts = new Map<string, number>()
  for (const { image } of pictures) counts.set(image.sha256, (counts.get(image.sha256) ?? 0) + 1)
  return pictures.filter(({ image }) => (counts.get(image.sha256) ?? 0) < Math.max(REPEATED.least, REPEATED.share * pages))
}

/** An article out of a PDF. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Manuscript> {
  const { pieces, notes, warnings, box } = await readPdfText(bytes, name)
  const large = pieces.findIndex((piece) => piece.kind !== 'text' || piece.title !== true)
  const titlePieces = large > 0 && large <= 4 ? large : 0
  const made = assemble(pieces, { ...(titlePieces > 0 ? { titlePieces } : {}), notes, warnings })
  const marked = [...made.warnings, ...likelyTables(made.content.blocks), ...box.warnings]
  return finishManuscript({ ...made, warnings: marked, pictures: usedPictures(made.content, box) })
}

/** Pictures that stand in the text; emblems are left out. */
export function usedPictures({ blocks }: Pick<ArticleContent, 'blocks'>, box: PictureBox): Picture[] {
  const used = new Set(blocks.flatMap((block) => (block.kind === 'figure' ? [block.image.sha256] : [])))
  return box.pictures.filter((picture) => used.has(picture.ref.sha256))
}

const warningsOf = (pieces: readonly Piece[]): Warning[] =>
  findDamage(pieces.map((piece) => (piece.kind === 'text' ? runsText(piece.runs) : '')).join('\n')).detected
    ? [{ code: 'ingest/damaged-text' }]
    : []
