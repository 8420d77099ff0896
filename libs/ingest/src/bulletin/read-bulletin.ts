import { invalid } from '#lib/editorial'
import { declaredCharset, decodeText } from '../decode-text.js'
import { readArticleText } from '../markdown/read-markdown.js'
import type { Attachments } from '../pictures/picture-box.js'
import { type SourceBytes, sniffFormat } from '../sniff.js'
import { pieceLines } from '../text/text-lines.js'
import type { BulletinImport } from './bulletin-import.js'
import { type BulletinSource, textSource } from './bulletin-source.js'
import { importSource } from './import-bulletin.js'
import type { Repair } from './repair.js'

/**
 * The door for past bulletins of every format that can be read: text, Markdown, a web page, Word. Paragraphs, tables,
 * pictures and notes of formats that have them are kept as they are. `repairs`: what a person confirmed of a damaged text layer, or of
 * another issue from the same hand.
 */
export async function readBulletin(
  source: SourceBytes,
  attachments: Attachments = {},
  repairs: readonly Repair[] = [],
): Promise<BulletinImport> {
  return importSource(await linesOf(source, attachments), source.name, repairs)
}

async function linesOf(source: SourceBytes, attachments: Attachments): Promise<BulletinSource> {
  const format = sniffFormat(source)
  if (format === 'docx') {
    const { pieces, notes, feet, box } = await (await import('../docx/read-docx.js')).readWord(source.bytes, source.name)
    return { lines: pieceLines(pieces.map(({ piece }) => piece)), feet, notes, pictures: box.pictures, warnings: box.warnings }
  }
  if (format === 'doc') return textSource(await (await import('../doc/read-doc.js')).readDocText(source.bytes, source.name))
  if (format === 'pdf') {
    const { pieces, notes, feet, warnings, box } = await (await import('../pdf/read-pdf.js')).readPdfText(source.bytes, source.name)
    return { lines: pieceLines(pieces), feet, notes, pictures: box.pictures, warnings }
  }
  if (format === 'rtf') {
    const lines = pieceLines((await import('../rtf/read-rtf.js')).readRtfPieces(source.bytes, source.name))
    return { lines, feet: [], notes: {}, pictures: [], warnings: [] }
  }
  if (format === 'mail') return mailSource(source)
  const { text } = decodeText(source.bytes, format === 'html' ? declaredCharset(source.bytes) : null)
  if (text.trim() === '') throw invalid('ingest/empty', { name: source.name })
  if (format === 'text') return textSource(text)
  const html = { html: text, name: source.name, url: source.url }
  const read =
    format === 'html' ? (await import('../html/read-html.js')).readBulletinPage(html, attachments) : readArticleText(text, attachments)
  const { pieces, notes, box, warnings } = read
  return { lines: pieceLines(pieces), feet: [], notes, pictures: box.pictures, warnings: [...warnings, ...box.warnings] }
}

/** A bulletin saved as one file or sent as the text of a mail. */
async function mailSource({ bytes, name }: SourceBytes): Promise<BulletinSource> {
  const { html, text, url, pictures } = await (await import('../mail/mail-parts.js')).readMailParts(bytes, name)
  if (html === null) return textSource(text)
  const { pieces, notes, box, warnings } = (await import('../html/read-html.js')).readBulletinPage({ html, name, url }, pictures)
  return { lines: pieceLines(pieces), feet: [], notes, pictures: box.pictures, warnings: [...warnings, ...box.warnings] }
}
