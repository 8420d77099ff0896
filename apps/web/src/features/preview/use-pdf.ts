import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useState } from 'react'
import { fileAddress } from '../../lib/api/editions.js'

GlobalWorkerOptions.workerSrc = workerAddress

interface Opened {
  readonly of: string
  readonly document?: PDFDocumentProxy
  readonly failed: boolean
}

/** Opens the PDF of an edition; what is no longer looked at is let go. */
export function usePdf(edition: string | undefined): { document: PDFDocumentProxy | undefined; failed: boolean } {
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => {
    if (edition === undefined) return
    const task = getDocument({ url: fileAddress(edition, 'pdf'), withCredentials: true, isEvalSupported: false })
    let wanted = true
    task.promise
      .then((document) => wanted && setOpened({ of: edition, document, failed: false }))
      .catch(() => wanted && setOpened({ of: edition, failed: true }))
    return () => {
      wanted = false
      void task.destroy()
    }
  }, [edition])
  const now = opened?.of === edition ? opened : null
  return { document: now?.document, failed: now?.failed === true }
}
