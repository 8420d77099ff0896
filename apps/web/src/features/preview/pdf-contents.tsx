import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { useTexts } from '../../lib/language.js'
import { showPage } from './pdf-pages.js'
import styles from './preview.module.css'

interface Entry {
  readonly title: string
  readonly level: number
  readonly page: number
  /** The number printed on the page. */
  readonly label: string
}

/** 目次 with the page of each; pressing one goes there. */
export function PdfContents({ pdf }: { readonly pdf: PDFDocumentProxy | undefined }) {
  const texts = useTexts()
  const [entries, setEntries] = useState<readonly Entry[]>([])
  useEffect(() => {
    let wanted = true
    if (pdf !== undefined) void entriesOf(pdf).then((found) => wanted && setEntries(found))
    return () => {
      wanted = false
    }
  }, [pdf])
  return (
    <nav className={styles.contents} aria-label={texts.preview.contents}>
      <ol>
        {entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be called the same
          <li key={at} className={styles[`level${Math.min(2, entry.level)}`]} style={{ paddingInlineStart: `${entry.level}em` }}>
            <button type="button" onClick={() => showPage(entry.page)}>
              <span>{entry.title}</span>
              <span className="quiet">{entry.label}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

async function entriesOf(pdf: PDFDocumentProxy): Promise<Entry[]> {
  const labels = await pdf.getPageLabels().catch(() => null)
  const walk = async (items: Outline, level: number): Promise<Entry[]> => {
    const parts = await Promise.all(
      (items ?? []).map(async (item) => {
        const page = await pageOf(pdf, item.dest)
        const below = await walk(item.items as Outline, level + 1)
        return page === undefined ? below : [{ title: item.title, level, page, label: labels?.[page - 1] || String(page) }, ...below]
      }),
    )
    return parts.flat()
  }
  return walk(await pdf.getOutline(), 0).catch(() => [])
}

async function pageOf(pdf: PDFDocumentProxy, dest: string | unknown[] | null): Promise<number | undefined> {
  const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
  const target = place?.[0]
  if (typeof target === 'number') return target + 1
  return isReference(target) ? (await pdf.getPageIndex(target)) + 1 : undefined
}

const isReference = (value: unknown): value is { num: number; gen: number } =>
  value !== null && typeof value === 'object' && 'num' in value && 'gen' in value
