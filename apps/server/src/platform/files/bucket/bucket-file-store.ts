import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { nowMs } from '../../clock.js'
import { DiskFileStore } from '../disk-file-store.js'
import { type FileStore, IntegrityFault, type StoredFile } from '../file-store.js'
import type { BucketClient } from './bucket-client.js'

const keyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`

/** Files in a bucket that any number of machines share; the disk keeps copies for the programs that want a path, and can be emptied at any time. */
export class BucketFileStore implements FileStore {
  constructor(
    private readonly bucket: BucketClient,
    private readonly copies: DiskFileStore,
  ) {}

  path(sha256: string): string {
    return this.copies.path(sha256)
  }

  /** The bucket first: when it has answered, the file is safe; the copy is only convenience. */
  async put(bytes: Uint8Array): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await this.bucket.put(keyOf(sha256), new Uint8Array(bytes))
    await this.copies.put(bytes)
    return { sha256, bytes: bytes.byteLength }
  }

  async putFile(path: string): Promise<StoredFile> {
    const stored = await this.put(await readFile(path))
    await rm(path, { force: true })
    return stored
  }

  has(sha256: string): Promise<boolean> {
    this.path(sha256)
    return this.bucket.has(keyOf(sha256))
  }

  async local(sha256: string): Promise<string> {
    const path = this.path(sha256)
    const copied = await this.copies.check(sha256).catch((error: unknown) => {
      if (!(error instanceof IntegrityFault)) throw error
      return undefined
    })
    if (copied === undefined) await this.fetch(sha256)
    return path
  }

  async read(sha256: string): Promise<Buffer> {
    return readFile(await this.local(sha256))
  }

  open(sha256: string, range?: { readonly start: number; readonly end: number }): Readable {
    const through = new PassThrough()
    this.local(sha256)
      .then((path) => pipeline(createReadStream(path, { ...range }), through))
      .catch((error: Error) => through.destroy(error))
    return through
  }

  /** Asks the bucket, not the copy. */
  async check(sha256: string): Promise<StoredFile> {
    return { sha256, bytes: (await this.fetch(sha256)).length }
  }

  async remove(sha256: string): Promise<void> {
    await this.bucket.remove(keyOf(sha256))
    await this.copies.remove(sha256)
  }

  async *list(): AsyncIterable<string> {
    for await (const { key } of this.bucket.list()) if (/^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(key)) yield key.slice(3)
  }

  async sweep(keep: AsyncIterable<string>, graceMs: number): Promise<readonly string[]> {
    const kept = new Set<string>()
    for await (const sha256 of keep) kept.add(sha256)
    const removed: string[] = []
    for await (const { key, changedAt } of this.bucket.list()) {
      const sha256 = key.slice(3)
      if (kept.has(sha256) || nowMs() - changedAt.getTime() <= graceMs) continue
      await this.remove(sha256)
      removed.push(sha256)
    }
    await this.sweepUnfinished(graceMs)
    return removed
  }

  /** Copies that nobody has fetched for the time go, too. */
  async sweepUnfinished(graceMs: number): Promise<void> {
    await this.copies.sweepUnfinished(graceMs)
    for await (const sha256 of this.copies.list()) {
      const found = await stat(this.path(sha256)).catch(() => undefined)
      if (found !== undefined && nowMs() - found.mtimeMs > Math.max(graceMs, 86_400_000)) await this.copies.remove(sha256)
    }
  }

  /** Of the copies; a bucket does not tell. */
  room(): Promise<number> {
    return this.copies.room()
  }

  private async fetch(sha256: string): Promise<Buffer> {
    this.path(sha256)
    const bytes = await this.bucket.get(keyOf(sha256))
    if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== sha256) throw new IntegrityFault(sha256)
    await this.copies.put(bytes)
    return bytes
  }
}
