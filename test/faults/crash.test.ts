import { afterEach, describe, expect, test } from 'vitest'
import { chance } from './chance.js'
import { backends, Scene } from './scene.js'
import { done, settle, somebodyWorks } from './tables.js'
import { clean, type Verdict } from './verdict.js'

const full = process.env.FULL === '1'
/** Small figures at every change, large ones with --full. */
const counts = full ? { renders: 150, kills: 100, workers: 3 } : { renders: 14, kills: 10, workers: 2 }

let scene: Scene | undefined
afterEach(async () => {
  await scene?.close()
  scene = undefined
})

/** Every step at which a render could be cut off, in the order in which they come. */
const points = [
  'queue/before-ring',
  'queue/after-ring',
  'render/claimed',
  'files/before-sync',
  'files/before-rename',
  'files/after-rename',
  'render/stored-pdf',
  'render/stored-docx',
  'render/before-commit',
  'render/in-commit',
  'render/committed',
]

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Kills a worker again and again, each time at a random moment of the work somebody has in hand. */
async function killAtWork(scene: Scene, kind: 'real' | 'plain'): Promise<void> {
  const random = chance(20_241_008)
  const workers = Array.from({ length: counts.workers }, () => scene.work(kind))
  for (let kill = 0; kill < counts.kills; kill += 1) {
    await somebodyWorks(scene.tables, 20_000)
    await pause(random(500))
    workers[random(workers.length)]?.kill()
    await pause(100)
  }
}

/** The plain worker keeps no audit at all, so that does not count. */
const faults = ({ stuck, incomplete, duplicates, mismatched, orphans, wronglyFailed }: Verdict): number =>
  stuck + incomplete + duplicates + mismatched + orphans + wronglyFailed

/** One line a run, to be read beside the others. */
const figures = (what: string, facts: object): void => console.log(`faults ${what} ${JSON.stringify(facts)}`)

describe.each(backends)('on %s', (backend) => {
  test('workers killed at random moments: every wish ends in one whole edition', async () => {
    scene = await Scene.open(backend)
    await scene.wish(counts.renders)
    await killAtWork(scene, 'real')
    const settled = await settle(scene.tables, 60_000)
    const verdict = await scene.judge()
    figures(`random kills ${backend}`, { ...counts, settledMs: Math.round(settled ?? -1), ...verdict })
    expect(verdict).toEqual({ renders: counts.renders, ...clean })
  })

  test('killed once at each named step: the edition is made exactly once', async () => {
    scene = await Scene.open(backend)
    await scene.wish(points.length + 1)
    const worker = scene.work('real', (life) =>
      life < points.length ? { FAILPOINT: `${points[life]}:kill:1`, WORKER_CONCURRENCY: '1' } : {},
    )
    while (worker.deaths < points.length && (await done(scene.tables)) <= points.length) await pause(100)
    const settled = await settle(scene.tables, 60_000)
    const verdict = await scene.judge()
    figures(`named steps ${backend}`, { points: points.length, deaths: worker.deaths, settledMs: Math.round(settled ?? -1), ...verdict })
    expect(worker.deaths).toBe(points.length)
    expect(verdict).toEqual({ renders: points.length + 1, ...clean })
  })
})

test('a killed render begins again soon, by another worker or the next life of its own', async () => {
  scene = await Scene.open('postgres')
  const worker = scene.work('real')
  const waits: number[] = []
  for (let kill = 0; kill < (full ? 20 : 3); kill += 1) {
    await scene.wish(1)
    await somebodyWorks(scene.tables, 30_000)
    const held = (await newest(scene)).attempt
    worker.kill()
    const killed = performance.now()
    while ((await newest(scene)).attempt === held && performance.now() - killed < 60_000) await pause(50)
    waits.push(Math.round(performance.now() - killed))
    await settle(scene.tables, 60_000)
  }
  waits.sort((a, b) => a - b)
  const median = waits[Math.floor(waits.length / 2)] as number
  figures('killed render begins again', { kills: waits.length, medianMs: median, mostMs: waits.at(-1) })
  expect(waits.at(-1)).toBeLessThan(20_000)
  expect(median).toBeLessThan(12_000)
})

/** The render wished for last. */
async function newest(scene: Scene): Promise<{ attempt: number; state: string }> {
  const [row] = await scene.tables.query<{ attempt: number; state: string }>(
    'SELECT attempt, state FROM renders ORDER BY requested_at DESC LIMIT 1',
  )
  if (row === undefined) throw new Error('nothing was wished for')
  return row
}

test('the same kills find the faults of a plain worker', async () => {
  scene = await Scene.open('postgres')
  await scene.wish(counts.renders)
  await killAtWork(scene, 'plain')
  await settle(scene.tables, 15_000)
  const verdict = await scene.judge()
  figures('plain worker', { ...counts, ...verdict })
  expect(faults(verdict)).toBeGreaterThan(0)
})
