import { readFile } from 'node:fs/promises'
import { bodyText } from '#lib/editorial'
import { type BulletinImport, decodeText, importBulletin, readManuscript } from '#lib/ingest'
import type { UnreadSource } from './source-reader.js'

/** Kinds whose text must first be read out of something else. */
const wrapped = /\.(docx|html?|xhtml|pdf)$/i

/** Reads one past bulletin in the child. Everything passes the door for manuscripts first, so that what is no document is refused there. */
export async function readBulletin({ bytes, path, name, mediaType, url }: UnreadSource): Promise<BulletinImport> {
  const found = bytes ?? (path === undefined ? undefined : await readFile(path))
  if (found === undefined) throw new Error('a bulletin has neither bytes nor a path')
  const { content } = await readManuscript({ bytes: found, name, mediaType: mediaType ?? undefined, url: url ?? undefined })
  const text = wrapped.test(name) ? `${content.title}\n${bodyText(content)}` : decodeText(found).text
  return importBulletin({ text, name })
}
