import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { nowMs } from '../clock.js'
import { failpoint } from '../failpoint.js'
import { type FileStore, IntegrityFault, type StoredFile } from './file-store.js'

const nameForm = /^[0-9a-f]{64}$/

/** Files in one folder of one disk: `ab/abcdef…`, each written under a passing name, forced to disk, then renamed, so that a name always holds the whole file. */
export class DiskFileStore implements FileStore {
  constructor(private readonly root: string) {}

  path(sha256: string): string {
    if (!nameForm.test(sha256)) throw new Error('a stored file is named by its SHA-256')
    return join(this.root, sha256.slice(0, 2), sha256)
  }

  async local(sha256: string): Promise<string> {
    return this.path(sha256)
  }

  async put(bytes: Uint8Array): Promise<StoredFile> {
    const draft = await this.draftPath()
    try {
      await writeForced(draft, bytes)
      return await this.place(draft, { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength })
    } finally {
      await rm(draft, { force: true })
    }
  }

  async putFile(path: string): Promise<StoredFile> {
    await force(path)
    return this.place(path, await digest(path))
  }

  async has(sha256: string): Promise<boolean> {
    return stat(this.path(sha256)).then(() => true, absent)
  }

  read(sha256: string): Promise<Buffer> {
    return readFile(this.path(sha256))
  }

  open(sha256: string, range?: { readonly start: number; readonly end: number }): Readable {
    return createReadStream(this.path(sha256), { ...range })
  }

  async check(sha256: string): Promise<StoredFile> {
    const found = await digest(this.path(sha256)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new IntegrityFault(sha256)
      throw error
    })
    if (found.sha256 !== sha256) throw new IntegrityFault(sha256)
    return found
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true })
  }

  async *list(): AsyncIterable<string> {
    for (const shelf of (await readdir(this.root).catch(() => [])).sort(byName)) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue
      for (const name of (await readdir(join(this.root, shelf))).sort(byName)) if (nameForm.test(name)) yield name
    }
  }

  async sweep(keep: AsyncIterable<string>, graceMs: number): Promise<readonly string[]> {
    const kept = new Set<string>()
    for await (const sha256 of keep) kept.add(sha256)
    const removed: string[] = []
    for await (const sha256 of this.list()) {
      if (kept.has(sha256) || !(await this.olderThan(this.path(sha256), graceMs))) continue
      await this.remove(sha256)
      removed.push(sha256)
    }
    await this.sweepUnfinished(graceMs)
    return removed
  }

  async room(): Promise<number> {
    const { bavail, bsize } = await statfs(this.root)
    return bavail * bsize
  }

  /** Where unfinished files lie; on the same disk, so that a rename is one step. */
  get draftFolder(): string {
    return join(this.root, 'unfinished')
  }

  private async draftPath(): Promise<string> {
    await mkdir(this.draftFolder, { recursive: true })
    return join(this.draftFolder, randomUUID())
  }

  /** A file that is there already is left, but touched: it is wanted again, and the sweep must see that. */
  private async place(draft: string, stored: StoredFile): Promise<StoredFile> {
    const path = this.path(stored.sha256)
    await makeShelf(dirname(path))
    await failpoint('files/before-rename')
    await rename(draft, path)
    await failpoint('files/after-rename')
    await force(dirname(path))
    return stored
  }

  async sweepUnfinished(graceMs: number): Promise<void> {
    for (const name of await readdir(this.draftFolder).catch(() => [])) {
      const path = join(this.draftFolder, name)
      if (await this.olderThan(path, graceMs)) await rm(path, { recursive: true, force: true })
    }
  }

  protected async olderThan(path: string, graceMs: number): Promise<boolean> {
    return stat(path).then((found) => nowMs() - Math.max(found.mtimeMs, found.ctimeMs) > graceMs, absent)
  }
}

const byName = (a: string, b: string): number => (a < b ? -1 : 1)

function absent(error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOENT') return false
  throw error
}

async function makeShelf(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true })
  if (made !== undefined) await force(dirname(folder))
}

/** Forces a file or a folder's list of names to the disk. */
async function force(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeForced(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o640)
  try {
    await handle.writeFile(bytes)
    await failpoint('files/before-sync')
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function digest(path: string): Promise<StoredFile> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.byteLength
  }
  return { sha256: hash.digest('hex'), bytes }
}
