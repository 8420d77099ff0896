import { type Zippable, zipSync } from 'fflate'

/** A file of a package: text or bytes; bytes that are compressed already are only stored. */
export interface PackageFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/**
 * Files as a zip that is the same whenever and wherever it is made: one fixed time (zip knows none before 1980), the order as given.
 * House: level 6; higher levels cost twice the time for one per cent.
 */
export function zipPackage(files: readonly PackageFile[]): Uint8Array {
  const encoder = new TextEncoder()
  const mtime = new Date(1980, 0, 1)
  const entries: Zippable = {}
  for (const { path, content } of files) {
    const stored = /\.(png|jpe?g)$/.test(path)
    entries[path] = [typeof content === 'string' ? encoder.encode(content) : content, { mtime, level: stored ? 0 : 6 }]
  }
  return zipSync(entries)
}
