import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type EmbeddedDatabase, startEmbedded } from '../../apps/server/src/platform/database/embedded/embedded-database.js'
import { freePort } from '../../apps/server/src/platform/database/embedded/free-port.js'
import { migrateUp } from '../../apps/server/src/platform/database/migrate.js'
import { figures, often } from '../faults/points.js'
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
  const away = { times: often(1, 3), ms: often(0, 60_000), answers: 0, slowestMs: 0, backMs: 0 }
  for (let time = 0; time < away.times; time += 1) {
    await database?.stop()
    for (const end = performance.now() + away.ms; ; ) {
      const asked = performance.now()
      expect(await api.status('/api/v1/session')).toBe(200)
      expect(await api.status('/api/v1/people')).toBe(401)
      expect(await api.status('/health/ready')).toBe(503)
      away.answers += 3
      away.slowestMs = Math.max(away.slowestMs, Math.round(performance.now() - asked))
      if (performance.now() > end) break
      await pause(1000)
    }
    database = await startEmbedded(folder, { fsync: false, port })
    away.backMs = Math.max(away.backMs, Math.round(await api.ready(5000)))
  }
  figures('database away', away)
  expect(away.slowestMs).toBeLessThan(5000)
  expect(away.backMs).toBeLessThan(5000)
})
