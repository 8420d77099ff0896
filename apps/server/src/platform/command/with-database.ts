import type { Config } from '../config/config.js'
import { lockDataDir } from '../database/data-lock.js'
import { type EmbeddedOptions, joinEmbedded, startEmbedded } from '../database/embedded/embedded-database.js'
import { Endings } from '../program/endings.js'

/** The database for the length of one command: the one given, the running one, or the embedded one started and stopped again. */
export async function withDatabase<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  const endings = new Endings()
  try {
    return await work((await findDatabase(config, endings)).url)
  } finally {
    await endings.run()
  }
}

/** The database given or running (joined), or the embedded one started for these endings to stop. */
export async function findDatabase(
  config: Config,
  endings: Endings,
  options: EmbeddedOptions = {},
): Promise<{ url: string; joined: boolean }> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, joined: true }
  const running = await joinEmbedded(config.dataDir)
  if (running !== undefined) return { url: running.url, joined: true }
  const lock = await lockDataDir(config.dataDir)
  await endings.add(() => lock.release())
  const database = await startEmbedded(config.dataDir, options)
  await endings.add(() => database.stop())
  return { url: database.url, joined: false }
}
