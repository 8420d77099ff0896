import { DataSource, type EntitySchema, type MixedList } from 'typeorm'
import { ImpatientClient } from './impatient-client.js'

export type EntityClass = (new (...given: never[]) => object) | EntitySchema

export interface DataSourceOptions {
  readonly url: string
  readonly entities: readonly EntityClass[]
  /** Connections this process may hold for its ordinary questions. */
  readonly connections: number
  /** What the process calls itself in pg_stat_activity. */
  readonly name: string
  readonly onPoolError: (error: Error) => void
}

/** One pool with short patience: a database that is down is told to the caller within seconds, never waited for in silence. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...options.entities] as MixedList<EntitySchema>,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    applicationName: options.name,
    poolErrorHandler: options.onPoolError,
    extra: {
      max: options.connections,
      connectionTimeoutMillis: 4000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      statement_timeout: 10_000,
      query_timeout: 12_000,
      Client: ImpatientClient,
    },
  })
}
