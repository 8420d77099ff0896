/**
 * The worker as one would write it at first: it takes the wish out of the outbox before the queue has it, writes files under their last names,
 * makes the row and the state one after the other, holds no token, and nobody looks round for what was lost.
 * The crash tests run against it once, to show that they would find such faults.
 */
import 'reflect-metadata'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { NestFactory } from '@nestjs/core'
import { createPostgresBackend, createRedisBackend, Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'

const server = '../../dist/apps/server/src'
const { features } = await import(`${server}/features.js`)
const { WorkerModule } = await import(`${server}/worker.module.js`)
const { Press } = await import(`${server}/editions/press.js`)
const { Render } = await import(`${server}/editions/render.entity.js`)
const { readConfig } = await import(`${server}/platform/config/read-config.js`)
const { openRuntime } = await import(`${server}/platform/runtime.js`)
const { prepareSchema } = await import(`${server}/platform/queue/queue-backend.js`)

const config = readConfig(process.env)
const runtime = await openRuntime({ config, program: 'plain', databaseUrl: process.env.DATABASE_URL, entities: features.entities })
const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(runtime, features), { logger: false })
const { dataSource, files } = runtime
const press = app.get(Press, { strict: false })
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, options: '-c search_path=bullmq', max: 8 })
await prepareSchema(pool)
const redis = config.redisUrl === undefined ? undefined : new Redis(config.redisUrl, { maxRetriesPerRequest: null })
const [connection, factory] = redis === undefined ? [pool, createPostgresBackend] : [redis, createRedisBackend]
const settings = { connection, prefix: 'bianyin' }
const queue = new Queue('press', settings, factory)
const worker = new Worker(
  'press',
  (job) => print(job.data.render),
  { ...settings, concurrency: 2, lockDuration: 2000, stalledInterval: 1000 },
  factory,
)
for (const one of [queue, worker, pool]) one.on('error', () => {})

async function print(id) {
  const render = await dataSource.manager.findOneByOrFail(Render, { id })
  await dataSource.query(`UPDATE renders SET state = 'running', beat_at = now() WHERE id = $1`, [id])
  const { pages, files: made } = await press.print(render, () => {}, new AbortController().signal)
  const edition = randomUUID()
  await dataSource.query(
    `INSERT INTO editions (id, publication, issue, name, number, purpose, state, content_hash, pages, warnings, timings, manifest)
     VALUES ($1, $2, $3, $4, 1, $5, 'made', $6, $7, '[]', '{}', '{}')`,
    [edition, render.publication, render.issue, render.issueName, render.purpose, render.contentHash, pages],
  )
  for (const { format, bytes } of made) {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await dataSource.query('INSERT INTO edition_files (edition, format, name, sha256, bytes) VALUES ($1, $2, $3, $4, $5)', [
      edition,
      format,
      format,
      sha256,
      bytes.length,
    ])
    await writeSlowly(files.path(sha256), bytes)
  }
  await dataSource.query(`UPDATE renders SET state = 'done', edition = $2, finished_at = now() WHERE id = $1`, [id, edition])
}

/** In pieces, as a large file goes to a slow disk. */
async function writeSlowly(path, bytes) {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, 'w')
  for (let at = 0; at < bytes.length; at += bytes.length / 4) {
    await handle.write(bytes.subarray(at, at + bytes.length / 4))
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  await handle.close()
}

async function carry() {
  const [[row]] = await dataSource.query(
    'DELETE FROM outbox WHERE id = (SELECT id FROM outbox ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1) RETURNING payload',
  )
  if (row !== undefined) await queue.add('render', row.payload, {})
}
setInterval(() => void carry().catch(() => {}), 20)
process.on('SIGTERM', () => process.exit(0))
