import { afterEach, expect, test } from 'vitest'
import { figures, full, pause } from './points.js'
import { Scene } from './scene.js'
import { settle, somebodyWorks } from './tables.js'
import type { Verdict } from './verdict.js'
import { counts, killAtWork } from './worker-kills.js'

let scene: Scene | undefined
afterEach(async () => {
  await scene?.close()
  scene = undefined
})

/** The plain worker keeps no audit at all, so that does not count. */
const faults = ({ stuck, incomplete, duplicates, mismatched, orphans, wronglyFailed }: Verdict): number =>
  stuck + incomplete + duplicates + mismatched + orphans + wronglyFailed

test('a killed render begins again soon, by another worker or the next life of its own', async () => {
  scene = await Scene.open('postgres')
  await scene.wish(1)
  const began = performance.now()
  const worker = scene.work('real')
  await somebodyWorks(scene.tables, 90_000)
  // What a machine needs to start a worker at all comes on top, however busy it is with other things.
  const startMs = performance.now() - began
  await settle(scene.tables, 240_000)
  const waits: number[] = []
  for (let kill = 0; kill < (full ? 20 : 2); kill += 1) {
    await scene.wish(1)
    await somebodyWorks(scene.tables, 90_000)
    const held = (await newest(scene)).attempt
    worker.kill()
    const killed = performance.now()
    while ((await newest(scene)).attempt === held && performance.now() - killed < 60_000) await pause(50)
    waits.push(Math.round(performance.now() - killed))
    await settle(scene.tables, 240_000)
  }
  waits.sort((a, b) => a - b)
  const median = waits[Math.floor(waits.length / 2)] as number
  figures('killed render begins again', { kills: waits.length, medianMs: median, mostMs: waits.at(-1), startMs: Math.round(startMs) })
  expect(waits.at(-1)).toBeLessThan(20_000 + startMs)
  // Two tries have no median worth the name.
  if (full) expect(median).toBeLessThan(12_000 + startMs)
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
  // A few of the kills are enough for a worker that loses nearly all it has in hand.
  const { renders, kills } = { renders: Math.min(counts.renders, 30), kills: Math.min(counts.kills, 20) }
  await scene.wish(renders)
  await killAtWork(scene, 'plain', kills)
  // What it has lost stays lost: there is no use in waiting long.
  await settle(scene.tables, full ? 15_000 : 3000)
  const verdict = await scene.judge()
  figures('plain worker', { kills, ...verdict })
  expect(faults(verdict)).toBeGreaterThan(0)
})
