import { afterEach, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../../apps/server/src/platform/database/in-transaction.js'
import { ClockWatch } from '../../../apps/server/src/platform/health/clock-watch.js'
import { JobPublisher } from '../../../apps/server/src/platform/queue/job-publisher.js'
import { type TestRuntime, testRuntime } from './runtime-for-test.js'
import { testWorker, until } from './worker-for-test.js'

let runtime: TestRuntime
beforeEach(async () => {
  runtime = await testRuntime()
  await runtime.database.query('CREATE SCHEMA skewed')
})
afterEach(() => runtime.close())

/** Puts the database's clock ahead of ours, for every connection made from now on and for those there are. */
async function skew(seconds: number): Promise<void> {
  await runtime.database.query(
    `CREATE OR REPLACE FUNCTION skewed.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS $$ SELECT pg_catalog.clock_timestamp() + interval '${seconds} seconds' $$`,
  )
  const [row] = await runtime.database.query<{ name: string }>('SELECT current_database() AS name')
  await runtime.database.query(`ALTER DATABASE ${row?.name} SET search_path = skewed, public, pg_catalog`)
  await runtime.database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'bianyin-test'`,
  )
  await until(() =>
    runtime.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    ),
  )
}

test.each([
  [0, true],
  [3, true],
  [-3, true],
  [60, false],
  [-600, false],
])('a clock %i s off may work: %s', async (seconds, may) => {
  await skew(seconds)
  expect(await new ClockWatch(runtime.dataSource, runtime.log).mayWork()).toBe(may)
})

test('a worker with a wrong clock does not start', async () => {
  await skew(60)
  await expect(testWorker(runtime, { note: async () => {} })).rejects.toThrow('clock')
})

test('a worker whose clock goes wrong rests, and works again when it is right', async () => {
  const done: string[] = []
  const worker = await testWorker(runtime, { note: async (job) => void done.push(job.id) })
  const wish = (id: string) =>
    inTransaction(runtime.dataSource, (tx) => worker.app.get(JobPublisher).publish(tx, { queue: 'work', name: 'note', id, payload: {} }))
  await skew(60)
  await new Promise((resolve) => setTimeout(resolve, 6000))
  await wish('while-wrong')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(done).toEqual([])
  expect(worker.silenceMs()).toBe(0)
  await skew(0)
  await until(() => done.includes('while-wrong'), 20_000)
  await worker.stop()
})
