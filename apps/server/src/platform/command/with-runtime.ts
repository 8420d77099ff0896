import type { Config } from '../config/config.js'
import type { EntityClass } from '../database/data-source.js'
import { createLog } from '../log/log.js'
import { openRuntime, type Runtime } from '../runtime.js'
import { withDatabase } from './with-database.js'

/** The house's parts without its features, for the length of one command; joins the database that runs, or opens it alone. The schema is left as it is. */
export async function withRuntime<T>(config: Config, entities: readonly EntityClass[], work: (runtime: Runtime) => Promise<T>): Promise<T> {
  return withDatabase(config, async (databaseUrl) => {
    const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, 'command')
    const runtime = await openRuntime({ config, program: 'command', databaseUrl, entities, connections: 3, log })
    try {
      return await work(runtime)
    } finally {
      await runtime.close()
    }
  })
}
