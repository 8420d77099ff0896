import { invalid, type Manuscript, type SiteRule } from '#lib/editorial'
import { declaredCharset, decodeText } from './decode-text.js'
import { readMarkdown } from './markdown/read-markdown.js'
import type { Attachments } from './pictures/picture-box.js'
import { type SourceBytes, sniffFormat } from './sniff.js'
import { readText } from './text/read-text.js'

/** How a house likes its sources read. */
export interface ReadingHabits {
  /** Rules its editors wrote for the pages of some sites. */
  readonly rules?: readonly SiteRule[]
}

/**
 * The door for everything that becomes one article: text, Markdown, a web page or a paste as HTML, Word, RTF, PDF, mail.
 * `attachments` holds pictures by the address the source gives them. Content is never a reason to fail: what is odd is a
 * warning. Refuses (`ingest/…`, kind invalid) what is empty, no document, protected, or of a kind it cannot read.
 * House: the readers of large formats are loaded when the first of their files comes.
 */
export async function readManuscript(
  source: SourceBytes,
  attachments: Attachments = {},
  { rules }: ReadingHabits = {},
): Promise<Manuscript> {
  const { bytes, name, url } = source
  const format = sniffFormat(source)
  if (format === 'docx') return (await import('./docx/read-docx.js')).readDocx(bytes, name)
  if (format === 'doc') return (await import('./doc/read-doc.js')).readDoc(bytes, name)
  if (format === 'rtf') return (await import('./rtf/read-rtf.js')).readRtf(bytes, name)
  if (format === 'mail') return (await import('./mail/read-mail.js')).readMail(bytes, name, rules)
  if (format === 'pdf') return (await import('./pdf/read-pdf.js')).readPdf(bytes, name)
  const { text } = decodeText(bytes, format === 'html' ? declaredCharset(bytes) : null)
  if (text.trim() === '') throw invalid('ingest/empty', { name })
  if (format === 'markdown') return readMarkdown(text, attachments)
  if (format === 'html') return (await import('./html/read-html.js')).readHtml({ html: text, name, url, rules }, attachments)
  return readText(text)
}
