import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../../apps/server/src/platform/config/config.js'
import { readConfig } from '../../../apps/server/src/platform/config/read-config.js'
import type { EntityClass } from '../../../apps/server/src/platform/database/data-source.js'
import { createLog } from '../../../apps/server/src/platform/log/log.js'
import { openRuntime, type Runtime } from '../../../apps/server/src/platform/runtime.js'
import { type FreshDatabase, freshDatabase } from '../fresh-database.js'

export interface TestRuntime extends Runtime {
  readonly database: FreshDatabase
}

/** A runtime on a database and a data folder of its own; close it in afterAll. */
export async function testRuntime(env: NodeJS.ProcessEnv = {}, entities: readonly EntityClass[] = []): Promise<TestRuntime> {
  const folder = await mkdtemp(join(tmpdir(), 'bianyin-test-'))
  const database = await freshDatabase()
  const config: Config = readConfig({ DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...env })
  const runtime = await openRuntime({
    config,
    program: 'test',
    databaseUrl: database.url,
    entities,
    log: createLog(config.logLevel, 'test'),
  })
  return {
    ...runtime,
    database,
    async close() {
      await runtime.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
