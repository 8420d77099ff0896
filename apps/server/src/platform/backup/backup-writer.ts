import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { tarEnd, tarHeader, tarPadding } from './tar.js'

export const manifestName = 'manifest.json'
export const sealName = 'seal.sha256'

/** Writes an archive beside its last name; only when it is whole, sealed with the hash of all its bytes and on the disk does it take that name. */
export class BackupWriter {
  private readonly hash = createHash('sha256')

  private constructor(
    private readonly handle: FileHandle,
    private readonly draft: string,
    private readonly path: string,
  ) {}

  static async to(path: string): Promise<BackupWriter> {
    const draft = `${path}.unfinished`
    return new BackupWriter(await open(draft, 'w', 0o600), draft, path)
  }

  async add(name: string, bytes: Buffer): Promise<void> {
    await this.write(tarHeader(name, bytes.length))
    await this.write(bytes)
    await this.write(tarPadding(bytes.length))
  }

  /** A file too large to hold in memory; its size must be known before. */
  async addStream(name: string, size: number, chunks: AsyncIterable<Buffer>): Promise<void> {
    await this.write(tarHeader(name, size))
    let written = 0
    for await (const chunk of chunks) {
      written += chunk.length
      await this.write(chunk)
    }
    if (written !== size) throw new Error(`${name} changed while it was read`)
    await this.write(tarPadding(size))
  }

  /** Seals the archive and gives it its name. */
  async finish(manifest: object): Promise<void> {
    await this.add(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
    await this.add(sealName, Buffer.from(`${this.hash.copy().digest('hex')}\n`))
    await this.write(tarEnd())
    await this.handle.sync()
    await this.handle.close()
    await rename(this.draft, this.path)
    const folder = await open(dirname(this.path), 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  }

  async giveUp(): Promise<void> {
    await this.handle.close().catch(() => {})
    await rm(this.draft, { force: true })
  }

  private async write(bytes: Buffer): Promise<void> {
    this.hash.update(bytes)
    await this.handle.writeFile(bytes)
  }
}
