import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { invalid } from '#lib/editorial'
import { type BackupManifest, backupManifest } from './backup-manifest.js'
import { manifestName, sealName } from './backup-writer.js'
import { readTarHeader, tarBlock } from './tar.js'

interface Entry {
  readonly name: string
  readonly offset: number
  readonly size: number
}

const chunkBytes = 1024 * 1024

/** An archive opened for reading; it is read through once and compared with its seal before anything is taken from it. */
export class BackupReader {
  private constructor(
    private readonly handle: FileHandle,
    readonly entries: readonly Entry[],
    readonly manifest: BackupManifest,
  ) {}

  /** Refuses what is no backup, was cut short, or has one byte changed. */
  static async open(path: string): Promise<BackupReader> {
    const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? invalid('backup/no-file', { path }) : error
    })
    try {
      const entries = await readIndex(handle)
      await checkSeal(handle, entries)
      const manifest = entries.at(-2)
      if (manifest?.name !== manifestName) throw new Error('the archive has no manifest')
      const text = Buffer.concat(await arrayOf(read(handle, manifest))).toString('utf8')
      return new BackupReader(handle, entries, backupManifest.parse(JSON.parse(text)))
    } catch (error) {
      await handle.close()
      throw invalid('backup/damaged', { path, reason: (error as Error).message })
    }
  }

  read(entry: Entry): AsyncIterable<Buffer> {
    return read(this.handle, entry)
  }

  async close(): Promise<void> {
    await this.handle.close()
  }
}

const sizeOf = async (handle: FileHandle): Promise<number> => (await handle.stat()).size

async function readIndex(handle: FileHandle): Promise<Entry[]> {
  const entries: Entry[] = []
  const total = await sizeOf(handle)
  for (let at = 0; at + tarBlock <= total; ) {
    const header = readTarHeader(await readAt(handle, at, tarBlock))
    if (header === undefined) break
    entries.push({ ...header, offset: at + tarBlock })
    at += tarBlock + Math.ceil(header.size / tarBlock) * tarBlock
  }
  return entries
}

/** Every byte before the seal must give the seal's hash, and after it only the archive's end may come. */
async function checkSeal(handle: FileHandle, entries: readonly Entry[]): Promise<void> {
  const seal = entries.at(-1)
  if (seal?.name !== sealName || seal.size !== 65) throw new Error('the archive is not whole')
  const hash = createHash('sha256')
  for await (const chunk of read(handle, { name: '', offset: 0, size: seal.offset - tarBlock })) hash.update(chunk)
  const rest = Buffer.concat(await arrayOf(read(handle, { ...seal, size: (await sizeOf(handle)) - seal.offset })))
  if (rest.toString('latin1', 0, 65) !== `${hash.digest('hex')}\n`) throw new Error('the archive is not what was written')
  if (rest.length !== tarBlock * 3 || rest.subarray(65).some((byte) => byte !== 0)) throw new Error('the end of the archive is damaged')
}

async function* read(handle: FileHandle, { offset, size }: Entry): AsyncIterable<Buffer> {
  for (let done = 0; done < size; ) {
    const chunk = await readAt(handle, offset + done, Math.min(chunkBytes, size - done))
    yield chunk
    done += chunk.length
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead !== length) throw new Error('the archive was cut short')
  return buffer
}

async function arrayOf(chunks: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  return all
}
