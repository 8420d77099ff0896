import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { conflict } from '#lib/editorial'
import { isAlive } from './embedded/postmaster-file.js'

export interface DataLock {
  release(): Promise<void>
}

interface Holder {
  readonly pid: number
}

const lockFile = (dataDir: string): string => join(dataDir, 'in-use.json')

/**
 * One `start` per DATA_DIR; the second is refused with who and where.
 * On Linux the kernel holds the lock (an abstract socket named after the folder's inode, gone with its process, kill -9 included); elsewhere a file with a process id.
 */
export async function lockDataDir(dataDir: string): Promise<DataLock> {
  await mkdir(dataDir, { recursive: true })
  const socket = process.platform === 'linux' ? await bind(await socketName(dataDir)) : await bindByFile(dataDir)
  if (socket === 'taken') throw conflict('database/data-dir-in-use', { dir: dataDir, pid: (await holder(dataDir))?.pid ?? '?' })
  await writeFile(lockFile(dataDir), `${JSON.stringify({ pid: process.pid })}\n`)
  return {
    async release() {
      await rm(lockFile(dataDir), { force: true })
      if (socket !== undefined) await new Promise<void>((resolve) => socket.close(() => resolve()))
    },
  }
}

/** Whether a `start` holds this folder now. */
export async function dataDirInUse(dataDir: string): Promise<boolean> {
  const found = await holder(dataDir)
  return found !== undefined && found.pid !== process.pid && isAlive(found.pid)
}

async function socketName(dataDir: string): Promise<string> {
  const { dev, ino } = await stat(dataDir)
  return `\0bianyin-data-${dev}-${ino}`
}

function bind(path: string): Promise<Server | 'taken'> {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve('taken') : reject(error)))
    server.listen({ path }, () => {
      server.unref()
      resolve(server)
    })
  })
}

async function bindByFile(dataDir: string): Promise<undefined | 'taken'> {
  return (await dataDirInUse(dataDir)) ? 'taken' : undefined
}

async function holder(dataDir: string): Promise<Holder | undefined> {
  const text = await readFile(lockFile(dataDir), 'utf8').catch(() => undefined)
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Holder)
  } catch {
    return undefined
  }
}
