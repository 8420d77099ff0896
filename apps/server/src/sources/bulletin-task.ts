import { readFile } from 'node:fs/promises'
import { fitTexts } from '#lib/editorial'
import type { BulletinImport } from '#lib/ingest'
import { readBulletin as readPastBulletin } from '#lib/ingest'
import type { UnreadBulletin } from './bulletin-reader.js'

/** Reads one past bulletin in the child: its bytes from the order or from the disk. */
export async function readBulletin({ bytes, path, name, mediaType, url, attachments, repairs }: UnreadBulletin): Promise<BulletinImport> {
  const found = bytes ?? (path === undefined ? undefined : await readFile(path))
  if (found === undefined) throw new Error('a bulletin has neither bytes nor a path')
  const bulletin = await readPastBulletin(
    { bytes: found, name, mediaType: mediaType ?? undefined, url: url ?? undefined },
    attachments ?? {},
    repairs,
  )
  const columns = bulletin.columns.map((column) => ({
    name: column.name,
    articles: column.articles.map((one) => ({ ...one, content: fitTexts(one.content) })),
  }))
  return { ...bulletin, columns, facts: fitTexts(bulletin.facts) }
}
