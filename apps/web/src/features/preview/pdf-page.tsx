import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import styles from './preview.module.css'

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  readonly label: string
}

/** House: a page is drawn one screen before it comes into view. */
const NEAR = '100% 0px'

/** One page, drawn as sharp as the screen is, when it comes near; until then its place is kept. */
export function PdfPage({ pdf, number, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(false)
  const [width, setWidth] = useState(0)

  useEffect(() => {
    const place = canvas.current
    if (place === null) return
    const looking = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setNear(true), {
      rootMargin: NEAR,
    })
    const measuring = new ResizeObserver(() => setWidth(Math.round(place.clientWidth)))
    looking.observe(place)
    measuring.observe(place)
    return () => {
      looking.disconnect()
      measuring.disconnect()
    }
  }, [])

  useEffect(() => {
    const place = canvas.current
    if (!near || width === 0 || place === null) return
    let task: RenderTask | undefined
    let wanted = true
    void pdf.getPage(number).then(async (page) => {
      if (!wanted) return
      const scale = (width * Math.min(2, devicePixelRatio)) / page.getViewport({ scale: 1 }).width
      const viewport = page.getViewport({ scale })
      place.width = Math.round(viewport.width)
      place.height = Math.round(viewport.height)
      task = page.render({ canvas: place, viewport })
      await task.promise.catch(() => undefined)
    })
    return () => {
      wanted = false
      task?.cancel()
    }
  }, [near, number, pdf, width])

  return <canvas ref={canvas} className={styles.canvas} role="img" aria-label={label} />
}
