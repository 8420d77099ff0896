import { readFile } from 'node:fs/promises'
import { fitTexts, type Manuscript } from '#lib/editorial'
import { readManuscript } from '#lib/ingest'
import { withProvisionalTitle } from './provisional-title.js'
import type { UnreadSource } from './source-reader.js'

/** Reads one source in the child: its bytes from the order or from the disk. */
export async function readSource({ bytes, path, name, mediaType, url, attachments }: UnreadSource): Promise<readonly Manuscript[]> {
  const found = bytes ?? (path === undefined ? undefined : await readFile(path))
  if (found === undefined) throw new Error('a source has neither bytes nor a path')
  const read = await readManuscript({ bytes: found, name, mediaType: mediaType ?? undefined, url: url ?? undefined }, attachments ?? {})
  const manuscript = withProvisionalTitle(read, name)
  return [{ ...manuscript, content: fitTexts(manuscript.content) }]
}
