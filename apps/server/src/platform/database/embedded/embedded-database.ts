import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sleep } from '../../clock.js'
import { answers } from '../wait-for-database.js'
import { type Binaries, findBinaries } from './binaries.js'
import { freePort } from './free-port.js'
import { clusterFolder, databaseUser, initialise, readPassword } from './initialise.js'
import { goesWithUs } from './last-resort.js'
import { isAlive, type Postmaster, runningPostmaster } from './postmaster-file.js'
import { type PostmasterOptions, spawnPostmaster } from './spawn-postmaster.js'
import { chooseDrop, type Drop, refuseClosed } from './unprivileged.js'
import { refuseOtherVersion } from './version.js'

export interface EmbeddedDatabase {
  readonly url: string
  readonly pid: number
  readonly port: number
  /** Whether an already running server was taken over (its supervisor had died). */
  readonly adopted: boolean
  /** Fast shutdown: open work is rolled back, everything committed is on disk. */
  stop(): Promise<void>
}

export interface EmbeddedOptions extends PostmasterOptions {
  /** The port to take again after a crash, so that open pools find their way back. */
  readonly port?: number
  /** Another PostgreSQL than the one that came with the installation. */
  readonly binaries?: Binaries
}

/** Starts the PostgreSQL of a data folder, or takes over the one that is already serving it. */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const adopted = await joinEmbedded(dataDir)
  if (adopted !== undefined) return ours(adopted)
  await mkdir(dataDir, { recursive: true })
  const binaries = options.binaries ?? (await findBinaries())
  await refuseOtherVersion(clusterFolder(dataDir), binaries)
  const drop = await chooseDrop(clusterFolder(dataDir))
  refuseClosed(drop, [dataDir, binaries.postgres])
  await initialise(dataDir, binaries, drop)
  const postmaster = await startPatiently(dataDir, binaries, drop, options)
  return handle(dataDir, postmaster, false)
}

/** A server taken over goes with us like one we started. */
function ours(database: EmbeddedDatabase): EmbeddedDatabase {
  const spare = goesWithUs(database.pid, 'SIGQUIT')
  return { ...database, stop: () => database.stop().finally(spare) }
}

/** The database of a data folder where somebody already serves it; undefined where nobody does. Never starts anything. */
export async function joinEmbedded(dataDir: string): Promise<EmbeddedDatabase | undefined> {
  const postmaster = await runningPostmaster(clusterFolder(dataDir))
  if (postmaster === undefined) return undefined
  const found = await handle(dataDir, postmaster, true)
  for (let tries = 0; tries < 40 && isAlive(postmaster.pid); tries += 1) {
    if (await answers(found.url)) return found
    await sleep(250)
  }
  return undefined
}

const urlOf = async (dataDir: string, port: number): Promise<string> =>
  `postgres://${databaseUser}:${await readPassword(dataDir)}@127.0.0.1:${port}/postgres`

async function handle(dataDir: string, { pid, port }: Postmaster, adopted: boolean): Promise<EmbeddedDatabase> {
  return { url: await urlOf(dataDir, port), pid, port, adopted, stop: () => stopPostmaster(pid) }
}

/** After a kill -9 the last backends hold the shared memory for a moment: the start is tried again for about ten seconds. */
async function startPatiently(dataDir: string, binaries: Binaries, drop: Drop, options: EmbeddedOptions): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = attempt < 4 && options.port !== undefined ? options.port : await freePort()
    try {
      return await startOnce(dataDir, binaries, drop, { ...options, port })
    } catch (error) {
      if (attempt === 20) throw error
      await sleep(500)
    }
  }
}

async function startOnce(
  dataDir: string,
  binaries: Binaries,
  drop: Drop,
  options: EmbeddedOptions & { port: number },
): Promise<Postmaster> {
  const folder = clusterFolder(dataDir)
  const log = join(dataDir, 'postgres.log')
  const child = await spawnPostmaster({ folder, log, binaries, drop, ...options })
  const url = await urlOf(dataDir, options.port)
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline) {
    if (child.ended()) throw new Error(`PostgreSQL did not start; the reason is at the end of ${log}`)
    if (await answers(url)) return (await runningPostmaster(folder)) ?? { pid: child.pid, port: options.port }
    await sleep(40)
  }
  throw new Error(`PostgreSQL did not answer within 60 s; see ${log}`)
}

/** SIGINT asks for a fast shutdown; one that does not come within 6 s is cut short, and recovered from at the next start. */
async function stopPostmaster(pid: number): Promise<void> {
  const steps: readonly (readonly [NodeJS.Signals, number])[] = [
    ['SIGINT', 6000],
    ['SIGQUIT', 1500],
    ['SIGKILL', 1000],
  ]
  for (const [signal, patience] of steps) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    const deadline = performance.now() + patience
    while (isAlive(pid) && performance.now() < deadline) await sleep(20)
  }
}
