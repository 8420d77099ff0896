import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editionList } from '#lib/editorial'
import { type Desk, openDesk } from '../server/desk/desk.js'
import { good, Visitor } from '../server/desk/visitor.js'
import { HouseProcess, killQuietly, waitFor } from '../server/house-process.js'
import { TestBucket } from '../server/platform/bucket-for-test.js'
import { redisProgram, type TestRedis, testRedis } from '../server/services.js'
import { Author } from './author.js'
import { figures } from './points.js'
import { settle, somebodyWorks } from './tables.js'

const secret = '8c1f0e9b7a6d5c4e3f2a1b0c9d8e7f60'

/** Two machines that answer and two that print, as docker-compose.yml has them: they share a database, a Redis and a bucket, and no disk. */
if (redisProgram() === undefined) test('there is no Redis on this machine', () => expect(redisProgram()).toBeUndefined())
else
  describe('four machines', () => {
    const machines: HouseProcess[] = []
    let redis: TestRedis
    let bucket: TestBucket
    let desk: Desk
    beforeAll(async () => {
      redis = await testRedis()
      bucket = await TestBucket.open()
      const shared = { SESSION_SECRET: secret, REDIS_URL: redis.url, FILES_URL: bucket.url, LOG_LEVEL: 'error' }
      desk = await openDesk(shared)
      const env = { ...shared, DATABASE_URL: desk.runtime.database.url }
      for (const program of ['main.api', 'main.api', 'main.worker', 'main.worker'])
        machines.push(await HouseProcess.start({ program, env }))
      await Promise.all(machines.map((one) => one.ready(90_000)))
    })
    afterAll(async () => {
      for (const one of machines) one.clear()
      await desk.close()
      await bucket.close()
      await redis.stop()
    })

    /** The same person at another machine: the session is the house's, not the machine's. */
    function at(machine: HouseProcess, person: Visitor): Visitor {
      const there = new Visitor(`http://127.0.0.1:${machine.port}`)
      for (const [name, value] of person.cookies) there.cookies.set(name, value)
      there.token = person.token
      return there
    }

    test('one signs in anywhere, prints anywhere, downloads anywhere; a machine that dies takes nothing along', async () => {
      const [first, second, worker] = machines as [HouseProcess, HouseProcess, HouseProcess]
      const person = await desk.person('editor', '林编辑')
      const publication = await desk.publication('江州高教参考', { editor: [person] })
      const author = new Author(at(first, person), publication)
      const issues = []
      for (let n = 0; n < 5; n += 1) issues.push(await author.issue())
      for (const issue of issues) await author.wish(issue)
      await somebodyWorks(desk.runtime.database, 30_000)
      killQuietly(worker.pid)
      const settled = await settle(desk.runtime.database, 90_000)
      const reader = at(second, person)
      for (const issue of issues) {
        const [edition] = good(await reader.get(`/issues/${issue.id}/editions`), editionList).items
        const file = edition?.files.find((one) => one.format === 'pdf')
        const response = await reader.raw('GET', `/editions/${edition?.id}/files/pdf`)
        const bytes = Buffer.from(await response.arrayBuffer())
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256)
      }
      const renders = await desk.runtime.database.query<{ state: string }>('SELECT state FROM renders')
      figures('four machines', { settledMs: Math.round(settled ?? -1), renders: renders.length, objects: bucket.objects.size })
      expect(renders.map((one) => one.state)).toEqual(Array(5).fill('done'))
      await waitFor(() => bucket.objects.size >= 10, 1000)
    })
  })
