import { readFile } from 'node:fs/promises'
import { missing } from '#lib/editorial'
import { readMailFile } from '#lib/ingest'
import type { UnreadMailFile } from './attachment-work.js'

/** Takes one file out of a mail in the child. */
export async function takeMailFile({ path, name, url }: UnreadMailFile): Promise<{ bytes: Uint8Array; mediaType: string }> {
  const file = await readMailFile(await readFile(path), name, url)
  if (file === null) throw missing('attachment/missing')
  return file
}
