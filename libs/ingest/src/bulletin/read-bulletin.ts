import { invalid } from '#lib/editorial'
import { declaredCharset, decodeText } from '../decode-text.js'
import { readWord } from '../docx/read-docx.js'
import { readPage } from '../html/read-html.js'
import { readArticleText } from '../markdown/read-markdown.js'
import type { Attachments } from '../pictures/picture-box.js'
import { type SourceBytes, sniffFormat } from '../sniff.js'
import { pieceLines } from '../text/text-lines.js'
import type { BulletinImport } from './bulletin-import.js'
import { type BulletinSource, textSource } from './bulletin-source.js'
import { importSource } from './import-bulletin.js'

/**
 * The door for past bulletins of every format that can be read: text, Markdown, a web page, Word. Paragraphs, tables,
 * pictures and notes of formats that have them are kept as they are.
 */
export async function readBulletin(source: SourceBytes, attachments: Attachments = {}): Promise<BulletinImport> {
  return importSource(await linesOf(source, attachments), source.name)
}

async function linesOf(source: SourceBytes, attachments: Attachments): Promise<BulletinSource> {
  const format = sniffFormat(source)
  if (format === 'docx') {
    const { pieces, notes, feet, box } = await readWord(source.bytes, source.name)
    return { lines: pieceLines(pieces.map(({ piece }) => piece)), feet, notes, pictures: box.pictures, warnings: box.warnings }
  }
  const { text } = decodeText(source.bytes, format === 'html' ? declaredCharset(source.bytes) : null)
  if (text.trim() === '') throw invalid('ingest/empty', { name: source.name })
  if (format === 'text') return textSource(text)
  const { pieces, notes, box, warnings } =
    format === 'html' ? readPage({ html: text, name: source.name, url: source.url }, attachments) : readArticleText(text, attachments)
  return { lines: pieceLines(pieces), feet: [], notes, pictures: box.pictures, warnings: [...warnings, ...box.warnings] }
}
