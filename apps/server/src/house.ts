import { mkdir } from 'node:fs/promises'
import { lockDataDir } from './platform/database/data-lock.js'
import { migrateUp } from './platform/database/migrate.js'
import { waitForDatabase } from './platform/database/wait-for-database.js'
import type { ProgramParts } from './platform/program/run-program.js'
import { compiledProgram } from './platform/project-root.js'
import { scheduleBackups } from './platform/supervisor/scheduled-backup.js'
import { SupervisedDatabase } from './platform/supervisor/supervised-database.js'
import { SupervisedProgram } from './platform/supervisor/supervised-program.js'
import { welcome } from './platform/supervisor/welcome.js'

/** How long the programs may take to end; the database's second comes after them, ten seconds together. */
const patienceMs = 7500

/** The whole desk on one machine: the database, then the API and the worker, each begun again when it dies. */
export async function startHouse(parts: ProgramParts): Promise<void> {
  const { config, log, endings } = parts
  await mkdir(config.dataDir, { recursive: true })
  const lock = await lockDataDir(config.dataDir)
  await endings.add(() => lock.release())
  const url = await openDatabase(parts)
  await migrateUp(url)
  if (endings.begun) return
  const programs = startPrograms(parts, url)
  await endings.add(async () => {
    await Promise.all(programs.map((program) => program.stop(patienceMs)))
  })
  const [port] = await Promise.race([Promise.all(programs.map((program) => program.ready())), endings.over])
  if (endings.begun) return
  await endings.add(scheduleBackups(config, url, log))
  await endings.add(welcome(config, url, port ?? config.port, log))
}

async function openDatabase({ config, log, endings }: ProgramParts): Promise<string> {
  if (config.databaseUrl !== undefined) {
    await waitForDatabase(config.databaseUrl, 45_000)
    return config.databaseUrl
  }
  const database = await SupervisedDatabase.start(config, log)
  await endings.add(() => database.stop())
  return database.url
}

function startPrograms({ config, log, fail }: ProgramParts, url: string): readonly SupervisedProgram[] {
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: config.dataDir, PORT: String(config.port) }
  return ['api', 'worker'].map((name) => new SupervisedProgram({ name, path: compiledProgram(`main.${name}`), env, log, onHopeless: fail }))
}
