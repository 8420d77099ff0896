import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../../apps/server/src/platform/config/read-config.js'
import { type EmbeddedDatabase, startEmbedded } from '../../../apps/server/src/platform/database/embedded/embedded-database.js'
import { inTransaction } from '../../../apps/server/src/platform/database/in-transaction.js'
import { migrateUp } from '../../../apps/server/src/platform/database/migrate.js'
import { createLog } from '../../../apps/server/src/platform/log/log.js'
import { JobPublisher } from '../../../apps/server/src/platform/queue/job-publisher.js'
import { openRuntime } from '../../../apps/server/src/platform/runtime.js'
import { databaseUrl } from '../database-url.js'
import { debianPostgres } from '../services.js'
import { testWorker, until } from './worker-for-test.js'

const programs = debianPostgres()

if (programs === undefined) test('there is no PostgreSQL of the machine’s own', () => expect(programs).toBeUndefined())
else
  describe('a PostgreSQL of the machine’s own, given by DATABASE_URL', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bianyin-given-'))
    let server: EmbeddedDatabase
    beforeAll(async () => {
      const binaries = { initdb: join(programs as string, 'initdb'), postgres: join(programs as string, 'postgres') }
      server = await startEmbedded(folder, { binaries, fsync: false, diesWithParent: true })
    })
    afterAll(async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    const open = (url: string) =>
      openRuntime({
        config: readConfig({ DATA_DIR: join(folder, 'data') }),
        program: 'test',
        databaseUrl: url,
        entities: [],
        log: createLog('silent', 'test'),
      })

    test('takes every migration and does jobs', async () => {
      const steps = await migrateUp(server.url)
      expect(steps[0]).toBe('0001-platform')
      const runtime = await open(server.url)
      const done: string[] = []
      const worker = await testWorker(runtime, { note: async (job) => void done.push(job.id) })
      await inTransaction(runtime.dataSource, (tx) =>
        worker.app.get(JobPublisher).publish(tx, { queue: 'work', name: 'note', id: 'n1', payload: {} }),
      )
      await until(() => done.includes('n1'))
      await worker.stop()
      await runtime.close()
    })

    test.each([
      ['LATIN1', 'C', 'database/not-utf8'],
      ['UTF8', 'C', 'database/blind-locale'],
    ])('with %s and character type %s it is refused before anything is written', async (encoding, locale, code) => {
      const name = `bad_${encoding.toLowerCase()}`
      const client = new pg.Client({ connectionString: server.url })
      await client.connect()
      await client.query(`CREATE DATABASE ${name} ENCODING '${encoding}' LC_COLLATE '${locale}' LC_CTYPE '${locale}' TEMPLATE template0`)
      await client.end()
      await expect(open(databaseUrl(server.url, name))).rejects.toMatchObject({ code })
    })
  })
