import { spawn } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backupName, newestBackup, outlivedBackups } from '../backup/kept-backups.js'
import { now, nowMs } from '../clock.js'
import type { Config } from '../config/config.js'
import type { Log } from '../log/log.js'
import { compiledProgram } from '../project-root.js'
import { LookRound } from '../reconcile/look-round.js'

/** Looked at often, made once a day: a machine that was off at night makes it up in the morning. */
const lookEveryMs = 10 * 60_000
const everyMs = 24 * 3_600_000

/** Makes a backup a day into BACKUP_DIR, reads it through once, and removes the outlived ones. Each step is a command of its own, so that the supervisor stays small. Answers the function that stops it. */
export function scheduleBackups(config: Config, databaseUrl: string, log: Log): () => Promise<void> {
  const folder = config.backupDir
  if (folder === undefined) return async () => {}
  const stop = new AbortController()
  const command = (...words: string[]): Promise<number | null> =>
    run(words, { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: config.dataDir }, stop.signal)
  const round = new LookRound(lookEveryMs, () =>
    backUpWhenDue(folder, command, log).catch((error: unknown) => log.error({ err: error }, 'the daily backup failed')),
  )
  round.start()
  return async () => {
    stop.abort()
    await round.stop()
  }
}

/** Answers the name of the backup made, or undefined when none was due or it came to nothing. */
export async function backUpWhenDue(
  folder: string,
  command: (...words: string[]) => Promise<number | null>,
  log: Log,
): Promise<string | undefined> {
  await mkdir(folder, { recursive: true })
  const newest = newestBackup(await readdir(folder))
  if (newest !== undefined && nowMs() - newest.getTime() < everyMs) return undefined
  const path = join(folder, backupName(now()))
  const [made, whole] = [await command('backup', path), await command('verify', path)]
  if (whole !== 0) {
    log.error({ made, whole, path }, 'the daily backup came to nothing; the older ones are kept')
    return undefined
  }
  for (const name of outlivedBackups(await readdir(folder))) await rm(join(folder, name), { force: true })
  log.info({ path }, 'the daily backup was made')
  return path
}

const run = (words: readonly string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number | null> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [compiledProgram('main.cli'), ...words], { env, stdio: ['ignore', 'ignore', 'inherit'], signal })
    child.once('error', () => resolve(null)).once('close', resolve)
  })
