import { invalid, type Manuscript } from '#lib/editorial'
import { declaredCharset, decodeText } from './decode-text.js'
import { readDocx } from './docx/read-docx.js'
import { readHtml } from './html/read-html.js'
import { readMarkdown } from './markdown/read-markdown.js'
import type { Attachments } from './pictures/picture-box.js'
import { type SourceBytes, sniffFormat } from './sniff.js'
import { readText } from './text/read-text.js'

/**
 * The door for everything that becomes one article: text, Markdown, a web page or a paste as HTML, Word.
 * `attachments` holds pictures by the address the source gives them. Content is never a reason to fail: what is odd is a
 * warning. Refuses (`ingest/…`, kind invalid) what is empty, no document, protected, or of a kind it cannot read.
 */
export async function readManuscript(source: SourceBytes, attachments: Attachments = {}): Promise<Manuscript> {
  const format = sniffFormat(source)
  if (format === 'docx') return readDocx(source.bytes, source.name)
  const { text } = decodeText(source.bytes, format === 'html' ? declaredCharset(source.bytes) : null)
  if (text.trim() === '') throw invalid('ingest/empty', { name: source.name })
  if (format === 'markdown') return readMarkdown(text, attachments)
  if (format === 'html') return readHtml({ html: text, name: source.name, url: source.url }, attachments)
  return readText(text)
}
