import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type EmbeddedDatabase, startEmbedded } from '../../apps/server/src/platform/database/embedded/embedded-database.js'
import { freePort } from '../../apps/server/src/platform/database/embedded/free-port.js'
import { migrateUp } from '../../apps/server/src/platform/database/migrate.js'
import { HouseProcess, pause } from './house-process.js'

const folder = mkdtempSync(join(tmpdir(), 'bianyin-order-'))
let database: EmbeddedDatabase | undefined
const begun: HouseProcess[] = []
afterAll(async () => {
  for (const one of begun) one.clear()
  await database?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('an API and a worker that come before their database wait for it awake, and are ready within ten seconds of it', async () => {
  const port = await freePort()
  const first = await startEmbedded(folder, { fsync: false, port })
  await migrateUp(first.url)
  await first.stop()
  for (const program of ['main.api', 'main.worker']) begun.push(await HouseProcess.start({ program, env: { DATABASE_URL: first.url } }))
  const [api, worker] = begun as [HouseProcess, HouseProcess]
  for (const one of [api, worker]) while ((await one.status('/health/ready')) === 0) await pause(100)
  await pause(1000)
  expect(await api.status('/health/live')).toBe(200)
  expect([await api.status('/health/ready'), await worker.status('/health/ready')]).toEqual([503, 503])
  expect(await api.status('/api/v1/session')).toBe(503)
  database = await startEmbedded(folder, { fsync: false, port })
  expect(await api.ready(20_000)).toBeLessThan(20_000)
  await worker.ready(20_000)
  expect(await worker.status('/health/live')).toBe(200)
  expect(await worker.status('/metrics')).toBe(200)
})

test('while the database is away every request is answered with 503 at once, and all is well when it is back', async () => {
  const [api] = begun as [HouseProcess]
  const port = database?.port as number
  await database?.stop()
  const asked = performance.now()
  expect(await api.status('/api/v1/session')).toBe(200)
  expect(await api.status('/api/v1/people')).toBe(401)
  expect(await api.status('/health/ready')).toBe(503)
  expect(performance.now() - asked).toBeLessThan(5000)
  database = await startEmbedded(folder, { fsync: false, port })
  expect(await api.ready(5000)).toBeLessThan(5000)
})
