import { conflict } from '#lib/editorial'
import type { Config } from '../config/config.js'
import { joinEmbedded } from '../database/embedded/embedded-database.js'

/** The database a program is to use: the one given, or the embedded one that is running in DATA_DIR. Starts nothing. */
export async function databaseOf(config: Config): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl
  const running = await joinEmbedded(config.dataDir)
  if (running === undefined) throw conflict('database/none-running', { dir: config.dataDir })
  return running.url
}
