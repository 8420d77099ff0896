import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { invalid, type Manuscript, type Run, runsText, type Warning } from '#lib/editorial'
import { assemble } from '../assemble.js'
import { findDamage } from '../bulletin/damage.js'
import { finishManuscript } from '../finish-manuscript.js'
import type { TextPiece } from '../piece.js'
import { tieFootNotes } from './foot-notes.js'
import { openPdf } from './open-pdf.js'
import { type PdfLine, pageLines } from './page-lines.js'
import { reflow } from './reflow.js'
import { withoutRunningLines } from './running-lines.js'

/** What a PDF holds, before anything is recognised. */
export interface PdfText {
  readonly pieces: readonly TextPiece[]
  readonly notes: Readonly<Record<string, readonly Run[]>>
  /** Running heads and feet. */
  readonly feet: readonly string[]
  readonly warnings: readonly Warning[]
}

/** House: a page of text has hundreds of characters; a book with fewer than these a page is pictures of pages. */
const LEAST_A_PAGE = 20

/** Reads the text of a PDF back into paragraphs by where it stands. Refuses what is none, what is protected, and scans. */
export async function readPdfText(bytes: Uint8Array, name: string): Promise<PdfText> {
  const document = await openPdf(bytes, name)
  const lines: PdfLine[] = []
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      lines.push(
        ...pageLines(
          items.filter((item): item is TextItem => 'str' in item),
          number,
          page.view[3] ?? 0,
        ),
      )
      page.cleanup()
    }
  } finally {
    await document.loadingTask.destroy()
  }
  if (lines.reduce((sum, line) => sum + line.text.length, 0) < LEAST_A_PAGE * document.numPages) throw invalid('ingest/scanned', { name })
  const { text, running } = withoutRunningLines(lines)
  const tied = tieFootNotes(text)
  const pieces = reflow(tied.lines)
  return { pieces, notes: tied.notes, feet: [...new Set(running.map((line) => line.text))], warnings: warningsOf(pieces) }
}

/** An article out of a PDF. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Manuscript> {
  const { pieces, notes, warnings } = await readPdfText(bytes, name)
  const large = pieces.findIndex((piece) => piece.title !== true)
  const titlePieces = large > 0 && large <= 4 ? large : 0
  const made = assemble(pieces, { ...(titlePieces > 0 ? { titlePieces } : {}), notes, warnings })
  return finishManuscript({ ...made, pictures: [] })
}

function warningsOf(pieces: readonly TextPiece[]): Warning[] {
  const texts = pieces.map((piece) => runsText(piece.runs))
  const tables = texts.filter((text) => (text.match(/\t/g)?.length ?? 0) >= 2).length
  return [
    ...(findDamage(texts.join('\n')).detected ? [{ code: 'ingest/damaged-text' }] : []),
    ...(tables >= 2 ? [{ code: 'ingest/maybe-table', params: { count: tables } }] : []),
  ]
}
