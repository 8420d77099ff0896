import type { DynamicModule, INestApplicationContext } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { Config } from '../config/config.js'
import { migrateUp } from '../database/migrate.js'
import type { HouseFeatures } from '../house-features.js'
import { createLog } from '../log/log.js'
import { NestLog } from '../log/nest-log.js'
import { Endings } from '../program/endings.js'
import { type RunningWorker, startWorker } from '../queue/start-worker.js'
import { openRuntime, type Runtime } from '../runtime.js'
import { findDatabase } from './with-database.js'

export interface OpenHouse {
  readonly app: INestApplicationContext
  readonly runtime: Runtime
  /** Whether a running house was joined: then its worker does the jobs. */
  readonly joined: boolean
  readonly worker: RunningWorker | undefined
}

export interface HouseNeeds {
  readonly config: Config
  readonly features: HouseFeatures
  readonly module: (runtime: Runtime, features: HouseFeatures) => DynamicModule
  /** Whether jobs must get done while the work runs: by the running house, else by a worker in this process. */
  readonly jobs: boolean
  /** For throw-away folders: nothing is forced to disk, and the database dies with this process. */
  readonly throwAway?: boolean
}

/**
 * Opens the house for the length of one command: joins the one that runs in DATA_DIR (or at DATABASE_URL), or opens it alone and closes it again.
 * Refuses when the folder is being used by a house that is just starting or stopping.
 */
export async function withHouse<T>(needs: HouseNeeds, work: (house: OpenHouse) => Promise<T>): Promise<T> {
  const endings = new Endings()
  try {
    const { url, joined } = await findDatabase(
      needs.config,
      endings,
      needs.throwAway === true ? { fsync: false, diesWithParent: true } : {},
    )
    await migrateUp(url)
    return await work(await open(needs, url, joined, endings))
  } finally {
    await endings.run()
  }
}

async function open(
  { config, features, module, jobs }: HouseNeeds,
  databaseUrl: string,
  joined: boolean,
  endings: Endings,
): Promise<OpenHouse> {
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, 'command')
  const runtime = await openRuntime({ config, program: 'command', databaseUrl, entities: features.entities, connections: 6, log })
  await endings.add(() => runtime.close())
  const app = await NestFactory.createApplicationContext(module(runtime, features), { logger: new NestLog(log), abortOnError: false })
  await endings.add(() => app.close())
  const worker = jobs && !joined ? await startWorker(app, runtime) : undefined
  if (worker !== undefined) await endings.add(() => worker.stop())
  return { app, runtime, joined, worker }
}
