import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.js'
import { goesWithUs } from './last-resort.js'
import { type Drop, launch } from './unprivileged.js'

export const databaseUser = 'bianyin'

/** The cluster lies in DATA_DIR/postgres, its password beside it, readable by the owner alone. */
export const clusterFolder = (dataDir: string): string => join(dataDir, 'postgres')
const passwordFile = (dataDir: string): string => join(dataDir, 'postgres-password')

export const readPassword = async (dataDir: string): Promise<string> => (await readFile(passwordFile(dataDir), 'utf8')).trim()

/** Chinese text search needs a UTF-8 character type; without the flag the locale of the terminal would decide. */
const localeFlags =
  process.platform === 'linux' ? ['--locale=C.UTF-8'] : ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

/** Makes the cluster once. A first start that was cut off left no PG_VERSION: its remains are cleared and it is made anew. */
export async function initialise(dataDir: string, binaries: Binaries, drop: Drop): Promise<void> {
  const folder = clusterFolder(dataDir)
  if (existsSync(join(folder, 'global', 'pg_control')) && existsSync(passwordFile(dataDir))) return
  await rm(folder, { recursive: true, force: true })
  const draft = join(dataDir, `postgres-password.${process.pid}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (drop.kind === 'user') for (const path of [folder, draft]) await chown(path, drop.uid, drop.gid)
  await runInitdb(folder, draft, binaries, drop)
  await finish(draft, passwordFile(dataDir))
}

async function finish(draft: string, path: string): Promise<void> {
  await writeFile(path, await readFile(draft), { mode: 0o600 })
  await rm(draft)
}

async function runInitdb(folder: string, pwfile: string, binaries: Binaries, drop: Drop): Promise<void> {
  const flags = [
    '-D',
    folder,
    '-U',
    databaseUser,
    '-A',
    'scram-sha-256',
    `--pwfile=${pwfile}`,
    '--encoding=UTF8',
    ...localeFlags,
    '--data-checksums',
    '--no-sync',
  ]
  const { command, args, ...owner } = launch(drop, binaries.initdb, flags)
  const child = spawn(command, args, { ...owner, stdio: ['ignore', 'ignore', 'pipe'] })
  const spare = child.pid === undefined ? undefined : goesWithUs(child.pid, 'SIGKILL')
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  const status = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  spare?.()
  if (status !== 0) throw new Error(`initdb failed (${status}): ${complaint.trim()}`)
}
