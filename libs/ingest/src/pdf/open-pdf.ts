import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { invalid } from '#lib/editorial'

/** House: the longest bulletin seen has 100 pages; a book of a thousand is no bulletin. */
const MOST_PAGES = 1200

/** Opens a PDF with everything off that runs or fetches. Refuses what is none, what is protected, and books. */
export async function openPdf(bytes: Uint8Array, name: string): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
    ...maps(),
  })
  const document = await task.promise.catch((error: unknown) => {
    throw invalid(error instanceof Error && error.name === 'PasswordException' ? 'ingest/encrypted' : 'ingest/not-pdf', { name })
  })
  if (document.numPages <= MOST_PAGES) return document
  await task.destroy()
  throw invalid('ingest/too-large', { name })
}

/** Character maps of Chinese faces that a file names but does not carry; they lie beside the reader's own code. */
function maps(): { cMapUrl?: string; cMapPacked?: boolean } {
  const home = import.meta.resolve?.('pdfjs-dist/package.json')
  return home === undefined ? {} : { cMapUrl: decodeURIComponent(new URL('cmaps/', home).pathname), cMapPacked: true }
}
