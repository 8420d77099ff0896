import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect } from 'react'
import { useTexts } from '../../lib/language.js'
import { PdfPage } from './pdf-page.js'
import styles from './preview.module.css'

interface PdfPagesProps {
  readonly pdf: PDFDocumentProxy
  /** Two pages beside one another as they lie open: the first stands alone at the right. */
  readonly spread: boolean
  /** The page to be shown first. */
  readonly first: number
}

/** All pages one under the other; each is drawn when it comes near. */
export function PdfPages({ pdf, spread, first }: PdfPagesProps) {
  const texts = useTexts()
  useEffect(() => {
    if (first > 1) showPage(first)
  }, [first])
  const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1)
  return (
    <ol className={spread ? `${styles.pages} ${styles.spread}` : styles.pages}>
      {numbers.map((number) => (
        <li key={number} id={pageId(number)} className={styles.leaf}>
          <PdfPage pdf={pdf} number={number} label={texts.preview.page(number)} />
          <p className="quiet small">{texts.preview.page(number)}</p>
        </li>
      ))}
    </ol>
  )
}

export const pageId = (number: number): string => `page-${number}`

export const showPage = (number: number): void => document.getElementById(pageId(number))?.scrollIntoView({ block: 'start' })
