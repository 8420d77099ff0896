import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from './fresh-database.js'
import { HouseProcess, pause } from './house-process.js'

let database: FreshDatabase
let api: HouseProcess
beforeAll(async () => {
  database = await freshDatabase()
  api = await HouseProcess.start({ program: 'main.api', env: { DATABASE_URL: database.url } })
  await api.ready()
})
afterAll(async () => {
  api.clear()
  await database.drop()
})

/** Refused outright, or reset while still waiting at the door: the system's own queue, which the program never saw. */
const before = new Set(['ECONNREFUSED', 'ECONNRESET'])

type Outcome = 'answered' | 'not taken' | 'broken'

/** One request on a connection of its own: answered in full, never taken (nobody listens any more), or broken off half-way. */
const ask = (): Promise<Outcome> =>
  new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port: api.port, path: '/api/v1/session', agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.complete && answer.statusCode === 200 ? 'answered' : 'broken'))
    })
    asked.once('response', (answer) => answer.once('aborted', () => resolve('broken')))
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(before.has(error.code ?? '') ? 'not taken' : 'broken'))
    asked.end()
  })

test('stopped under load, every request that was taken is answered, and the end comes within ten seconds', async () => {
  const outcomes: Outcome[] = []
  let over = false
  const askers = Array.from({ length: 8 }, async () => {
    while (!over) {
      outcomes.push(await ask())
      await pause(5)
    }
  })
  await pause(1000)
  const stopping = performance.now()
  api.kill('SIGTERM')
  expect(await api.exit()).toBe(0)
  expect(performance.now() - stopping).toBeLessThan(10_000)
  over = true
  await Promise.all(askers)
  expect(outcomes.filter((one) => one === 'answered').length).toBeGreaterThan(20)
  expect(outcomes.filter((one) => one === 'broken').length).toBe(0)
})
