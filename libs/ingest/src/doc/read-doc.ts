import WordExtractor from 'word-extractor'
import { invalid, type Manuscript } from '#lib/editorial'
import { readText } from '../text/read-text.js'

/** Marks of the format: the end of a table cell, a line end inside a paragraph. Source: [MS-DOC] 2.4.1. */
const CELL_END = '\u0007'
const LINE_BREAK = '\u000b'

/** Left to itself the unpacker turns “” into straight marks. */
const KEEP_MARKS = { filterUnicode: false }

/** The text of an old Word (97–2003) or WPS file: paragraphs alone, no looks, no pictures. Refuses what cannot be unpacked. */
export async function readDocText(bytes: Uint8Array, name: string): Promise<string> {
  const document = await new WordExtractor().extract(Buffer.from(bytes)).catch(() => {
    throw invalid('ingest/old-word', { name })
  })
  const text = document.getBody(KEEP_MARKS).replaceAll(CELL_END, '\n').replaceAll(LINE_BREAK, '\n')
  if (text.trim() === '') throw invalid('ingest/empty', { name })
  return text
}

/** An article out of an old Word file. */
export async function readDoc(bytes: Uint8Array, name: string): Promise<Manuscript> {
  const made = readText(await readDocText(bytes, name))
  return { ...made, warnings: [...made.warnings, { code: 'ingest/text-only' }] }
}
