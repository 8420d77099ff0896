import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { figures, often } from '../faults/points.js'
import { type FreshDatabase, freshDatabase } from './fresh-database.js'
import { HouseProcess, pause } from './house-process.js'

const stops = often(1, 20)

let database: FreshDatabase
let api: HouseProcess
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
afterEach(() => api.clear())

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

test.each(Array.from({ length: stops }, (_, n) => n + 1))(
  'stopped under load, every request that was taken is answered, and the end comes within ten seconds (%i)',
  async () => {
    api = await HouseProcess.start({ program: 'main.api', env: { DATABASE_URL: database.url } })
    await api.ready()
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
    const endMs = Math.round(performance.now() - stopping)
    over = true
    await Promise.all(askers)
    const count = (wanted: Outcome): number => outcomes.filter((one) => one === wanted).length
    figures('stopped under load', { endMs, answered: count('answered'), broken: count('broken') })
    expect(endMs).toBeLessThan(10_000)
    expect(count('answered')).toBeGreaterThan(20)
    expect(count('broken')).toBe(0)
  },
)
