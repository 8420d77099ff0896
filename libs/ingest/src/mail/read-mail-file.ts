import { readMailParts } from './mail-parts.js'

/** One of the files a mail brought along, by the address `readManuscript` offered it under; null where the mail has no such file. */
export async function readMailFile(
  bytes: Uint8Array,
  name: string,
  url: string,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | null> {
  const { files } = await readMailParts(bytes, name)
  const file = files.find((one) => one.url === url)
  return file === undefined ? null : { bytes: file.bytes, mediaType: file.mediaType }
}
