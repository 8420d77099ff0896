import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { HouseProcess } from '../server/house-process.js'

/** How this machine lets us mount: as its root, or as the root of a user namespace of our own, within which the house is an ordinary user again. */
function namespaces(): { readonly open: readonly string[]; readonly within: string } {
  const allowed = (...flags: string[]): boolean =>
    spawnSync('unshare', [...flags, 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' }).status === 0
  if (allowed('-m')) return { open: ['unshare', '-m'], within: '' }
  if (allowed('-Urm')) return { open: ['unshare', '-Urm'], within: 'unshare -U --map-user=1 --map-group=1' }
  throw new Error('nobody here may mount a small file system, so a full disk cannot be looked at')
}

/** Words before a house's own: its data folder, and the folder of its files within, lie on file systems of these sizes, which go with the house. */
export function onSmallDisks(dataDir: string, sizes: { readonly data: string; readonly files: string }): readonly string[] {
  const { open, within } = namespaces()
  const mount = (folder: string, size: string): string => `mount -t tmpfs -o size=${size},mode=755 none '${folder}'`
  const files = join(dataDir, 'files')
  const script = `${mount(dataDir, sizes.data)} && mkdir '${files}' && ${mount(files, sizes.files)} && exec ${within} "$@"`
  return [...open, 'sh', '-c', script, 'sh']
}

/** A folder as the house sees it, from outside. */
export const seenBy = (house: HouseProcess, folder: string): string => join('/proc', String(house.pid), 'root', folder)

const block = Buffer.alloc(64 * 1024)

/** One of the house's file systems, that can really be full. */
export class SmallDisk {
  constructor(private readonly folder: string) {}

  private get filler(): string {
    return join(this.folder, 'somebody-elses')
  }

  /** Takes all there is, but for so many bytes. */
  fill(leaving = 0): void {
    const file = openSync(this.filler, 'w')
    let taken = 0
    try {
      for (let size = block.length; size >= 512; ) {
        const written = writeUntilFull(file, size)
        taken += written
        if (written < size) size /= 2
      }
      ftruncateSync(file, Math.max(0, taken - leaving))
    } finally {
      closeSync(file)
    }
  }

  free(): void {
    rmSync(this.filler)
  }

  /** What lies in one of its folders. */
  list(name: string): string[] {
    return readdirSync(join(this.folder, name))
  }
}

function writeUntilFull(file: number, size: number): number {
  try {
    return writeSync(file, block, 0, size)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return 0
    throw error
  }
}
