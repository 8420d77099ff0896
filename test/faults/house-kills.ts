import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DiskFileStore } from '../../apps/server/src/platform/files/disk-file-store.js'
import { HouseProcess, killQuietly, waitFor } from '../server/house-process.js'
import { type TestRedis, testRedis } from '../server/services.js'
import { chance } from './chance.js'
import { databaseUrl, newAuthor } from './house-desk.js'
import { fewOf, figures, pause, whole } from './points.js'
import type { Backend } from './scene.js'
import { patientTables, settle, somebodyWorks } from './tables.js'
import { clean, judge } from './verdict.js'

const plans = {
  postgres: { named: fewOf(0), random: whole ? 10 : 1 },
  redis: { named: fewOf(2), random: whole ? 10 : 1 },
}

/** The whole house is killed with everything it started (and Redis with it), at named steps and at random moments. */
export function houseKills(backend: Backend): void {
  let house: HouseProcess
  let redis: TestRedis | undefined
  beforeAll(async () => {
    redis = backend === 'redis' ? await testRedis() : undefined
    house = await HouseProcess.start({ env: env() })
    await house.welcomed()
  })
  afterAll(async () => {
    house.clear()
    await redis?.stop()
  })

  const env = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    LOG_LEVEL: 'warn',
    BIANYIN_TEST_BUILD: '1',
    WORKER_CONCURRENCY: '1',
    ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
    ...more,
  })

  /** The next life of the house, on the same folder and port. */
  async function again(more: NodeJS.ProcessEnv = {}): Promise<void> {
    await redis?.start()
    house = await HouseProcess.start({ dataDir: house.dataDir, port: house.port, env: env(more) })
    await house.ready()
  }

  function killAll(): void {
    for (const pid of house.family()) killQuietly(pid)
    redis?.kill()
  }

  test('the whole house killed: every wish ends in one whole edition', async () => {
    const tables = patientTables(() => databaseUrl(house.dataDir))
    await settle(tables, 240_000)
    const known = await storedFiles(house.dataDir)
    const author = (await newAuthor(house)).author
    const { named, random } = plans[backend]
    const wish = async (): Promise<void> => author.wish(await author.issue())
    await wish()
    for (const [at, point] of named.entries()) {
      killAll()
      const mark = join(house.dataDir, `reached-${point.replace('/', '-')}`)
      await again({ FAILPOINT: `${point}:hold:1`, FAILPOINT_MARK: mark })
      // A wish stores a file itself, and would be held where files are stored: there, the wish comes in the life before.
      if (!storing(point)) await wish()
      await waitFor(() => existsSync(mark), 240_000)
      if (storing(named[at + 1])) await wish()
    }
    const moment = chance(19_491_001)
    for (let kill = 0; kill < random; kill += 1) {
      killAll()
      await again()
      await wish()
      if (kill % 2 === 0) await somebodyWorks(tables, 10_000)
      await pause(moment(400))
    }
    killAll()
    await again()
    const settled = await settle(tables, 240_000)
    house.kill('SIGTERM')
    expect(await house.exit()).toBe(0)
    await again()
    const { renders, ...verdict } = await judge(tables, join(house.dataDir, 'files'), known)
    const kills = named.length + random + 1
    figures(`whole house ${backend}`, { named: named.length, random, kills, settledMs: Math.round(settled ?? -1), renders, ...verdict })
    expect(renders).toBeGreaterThanOrEqual(named.length + random)
    expect(verdict).toEqual(clean)
  })
}

const storing = (point: string | undefined): boolean => point?.startsWith('files/') === true

async function storedFiles(dataDir: string): Promise<Set<string>> {
  const known = new Set<string>()
  for await (const sha256 of new DiskFileStore(join(dataDir, 'files')).list()) known.add(sha256)
  return known
}
