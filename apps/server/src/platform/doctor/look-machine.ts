import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import type { StatsFs } from 'node:fs'
import { readdir, readFile, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Redis } from 'ioredis'
import { newestBackup } from '../backup/kept-backups.js'
import { nowMs } from '../clock.js'
import type { Config } from '../config/config.js'
import { openFiles } from '../files/open-files.js'
import { absent, type Found, ok, wrong } from './finding.js'

const run = promisify(execFile)

export const lookNode = (): Found =>
  Number(process.versions.node.split('.')[0]) >= 20
    ? ok('node', { version: process.versions.node })
    : wrong('node', { version: process.versions.node })

/** Room on the disk of the data; House: below a gibibyte the next issue may not fit. */
export async function lookDisk({ dataDir }: Config): Promise<Found> {
  const { bavail, bsize } = await freeSpace(dataDir)
  const facts = { dir: dataDir, freeMiB: Math.floor((bavail * bsize) / 1_048_576) }
  return facts.freeMiB < 1024 ? wrong('disk', facts) : ok('disk', facts)
}

/** The nearest folder that exists already tells the disk. */
const freeSpace = (folder: string): Promise<StatsFs> => statfs(folder).catch(() => freeSpace(dirname(folder)))

/** Every face against the list it came with. */
export async function lookFonts({ fontsDir }: Config): Promise<Found> {
  const list = await readFile(join(fontsDir, 'SHA256SUMS'), 'utf8').catch(() => undefined)
  if (list === undefined) return wrong('fonts', { dir: fontsDir, reason: 'SHA256SUMS' })
  const faces = list.split('\n').flatMap((line) => /^([0-9a-f]{64}) [ *](\S+)$/.exec(line)?.slice(1, 3).join(' ') ?? [])
  const damaged: string[] = []
  for (const face of faces) {
    const [sum, name] = face.split(' ') as [string, string]
    const bytes = await readFile(join(fontsDir, name)).catch(() => undefined)
    if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== sum) damaged.push(name)
  }
  return damaged.length > 0
    ? wrong('fonts', { dir: fontsDir, damaged: damaged.join(' ') })
    : ok('fonts', { dir: fontsDir, faces: faces.length })
}

/** The bucket, where one is given: it answers and knows our key. */
export async function lookBucket(config: Config): Promise<readonly Found[]> {
  const { bucket } = config
  if (bucket === undefined) return [ok('files', { dir: config.filesDir })]
  const facts = { endpoint: bucket.endpoint.origin, bucket: bucket.bucket }
  try {
    await openFiles(config).has('0'.repeat(64))
    return [ok('files', facts)]
  } catch (error) {
    return [wrong('files', { ...facts, reason: (error as Error).message })]
  }
}

/** Backups made by themselves, where they are wanted: House: one that is more than 26 hours old has missed a day. */
export async function lookBackups({ backupDir }: Config): Promise<readonly Found[]> {
  if (backupDir === undefined) return [absent('backup')]
  const newest = newestBackup(await readdir(backupDir).catch(() => []))
  if (newest === undefined) return [wrong('backup', { dir: backupDir, newest: 'none' })]
  const facts = { dir: backupDir, newest: newest.toISOString() }
  return [nowMs() - newest.getTime() > 26 * 3_600_000 ? wrong('backup', facts) : ok('backup', facts)]
}

/** Only for looking at DOCX as readers see it; the desk works without. */
export async function lookLibreOffice(): Promise<Found> {
  try {
    const { stdout } = await run('soffice', ['--version'], { timeout: 20_000 })
    return ok('libreoffice', { version: stdout.trim() })
  } catch {
    return absent('libreoffice')
  }
}

/** Redis, where one is given: reachable, and keeping what it is told. */
export async function lookRedis({ redisUrl }: Config): Promise<readonly Found[]> {
  if (redisUrl === undefined) return [ok('queue', { kind: 'postgres' })]
  const client = new Redis(redisUrl, { lazyConnect: true, connectTimeout: 3000, maxRetriesPerRequest: 1, retryStrategy: () => null })
  client.on('error', () => {})
  try {
    await client.connect()
    const kept = ((await client.config('GET', 'appendonly')) as string[])[1] ?? '?'
    return [kept === 'yes' ? ok('queue', { kind: 'redis', appendonly: kept }) : wrong('queue', { kind: 'redis', appendonly: kept })]
  } catch (error) {
    return [wrong('queue', { kind: 'redis', reason: (error as Error).message })]
  } finally {
    client.disconnect()
  }
}
