import {
  type BackendFactory,
  type ConnectionOptions,
  createPostgresBackend,
  createRedisBackend,
  Queue,
  type RedisQueueBackend,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { within } from '../clock.js'
import type { Config } from '../config/config.js'
import { ImpatientClient } from '../database/impatient-client.js'
import { waitForDatabase } from '../database/wait-for-database.js'
import type { Log } from '../log/log.js'
import { checkRedisKeeps } from './check-redis.js'

/** The shape of the data of every job in the queue. */
export interface JobData {
  readonly payload: Readonly<Record<string, string | number>>
  readonly requestId: string | null
}

export type JobQueue = Queue<JobData, void, string, JobData, void, string>
export type Processor = NonNullable<ConstructorParameters<typeof Worker<JobData, void>>[1]>

/** Queue and Worker are typed by the Redis backend; everything we call is the part both backends share. */
type Factory = BackendFactory<RedisQueueBackend, ConnectionOptions>

/** Nobody reads the queue's own events, so few are kept. */
const quiet = { streams: { events: { maxLen: 100 } } }

/** The one switch between a queue in PostgreSQL and one in Redis. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis'
  queue(name: string): Promise<JobQueue>
  worker(name: string, processor: Processor, options: Omit<WorkerOptions, 'connection'>, onPoll: () => void): Promise<Worker<JobData, void>>
  close(): Promise<void>
}

export interface BackendNeeds {
  readonly config: Config
  readonly databaseUrl: string
  /** How many queues there are and how many jobs of each run at once: what the pool must hold. */
  readonly queues: number
  readonly concurrency: number
  readonly log: Log
}

export const createQueueBackend = (needs: BackendNeeds): Promise<QueueBackend> =>
  needs.config.redisUrl === undefined ? onPostgres(needs) : onRedis(needs, needs.config.redisUrl)

async function onPostgres(needs: BackendNeeds): Promise<QueueBackend> {
  await waitForDatabase(needs.databaseUrl, 30_000)
  const pool = new pg.Pool({
    connectionString: needs.databaseUrl,
    options: '-c search_path=bullmq',
    application_name: 'bianyin-queue',
    // Each worker keeps one connection to listen; fewer than this and they wait for one another for ever.
    max: needs.queues + needs.queues * needs.concurrency + 2,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    query_timeout: 10_000,
    Client: ImpatientClient,
  } as pg.PoolConfig)
  pool.on('error', (error) => needs.log.warn({ err: error }, 'a connection of the queue failed'))
  await prepareSchema(pool)
  return backend('postgres', createPostgresBackend as unknown as Factory, pool as unknown as ConnectionOptions, needs.log, () => pool.end())
}

/** The queue's own tables, in a schema of their own; safe to run from several processes at once. */
export async function prepareSchema(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await runMigrations(client)
  } finally {
    client.release()
  }
}

async function onRedis(needs: BackendNeeds, url: string): Promise<QueueBackend> {
  const connect = (): Redis => {
    const client = new Redis(url, {
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(times * 100, 1000),
      connectTimeout: 4000,
      keepAlive: 10_000,
    })
    client.on('error', (error) => needs.log.warn({ err: error }, 'the connection to Redis failed'))
    return client
  }
  const client = connect()
  await answersPing(client)
  await checkRedisKeeps(client, needs.log)
  return backend('redis', createRedisBackend as Factory, client, needs.log, async () => client.disconnect())
}

async function answersPing(client: Redis): Promise<void> {
  await within(30_000, client.ping()).catch((error: unknown) => {
    client.disconnect()
    throw error
  })
}

function backend(
  kind: QueueBackend['kind'],
  factory: Factory,
  connection: ConnectionOptions,
  log: Log,
  end: () => Promise<void>,
): QueueBackend {
  const open: { close(force?: boolean): Promise<void> }[] = []
  return {
    kind,
    async queue(name) {
      const queue = new Queue<JobData, void, string, JobData, void, string>(name, { connection, prefix: 'bianyin', ...quiet }, factory)
      queue.on('error', (error) => log.warn({ err: error, queue: name }, 'the queue reported an error'))
      open.push(queue)
      await queue.waitUntilReady()
      return queue
    },
    async worker(name, processor, options, onPoll) {
      const worker = new Worker<JobData, void>(name, processor, { ...options, connection, prefix: 'bianyin' }, watched(factory, onPoll))
      worker.on('error', (error) => log.warn({ err: error, queue: name }, 'a worker reported an error'))
      open.push(worker)
      await worker.waitUntilReady()
      return worker
    },
    async close() {
      await Promise.all(open.map((one) => one.close().catch(() => {})))
      await end()
    },
  }
}

/** Every time a worker asks the queue for work it shows that it is not deaf. */
function watched(factory: Factory, onPoll: () => void): Factory {
  return (name, options, extra) => {
    const made = factory(name, options, extra)
    const [waitForJob, moveToActive] = [made.waitForJob.bind(made), made.moveToActive.bind(made)]
    made.waitForJob = async (...asked) => {
      const heard = await waitForJob(...asked)
      onPoll()
      return heard
    }
    made.moveToActive = async (...asked) => {
      const found = await moveToActive(...asked)
      onPoll()
      return found
    }
    return made
  }
}
