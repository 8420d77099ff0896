import { afterEach, expect, test } from 'vitest'
import { chance } from './chance.js'
import { figures, full, pause, stepsOf, whole } from './points.js'
import { type Backend, Scene } from './scene.js'
import { done, settle, somebodyWorks } from './tables.js'
import { clean } from './verdict.js'

export const counts = full
  ? { renders: 150, kills: 100, workers: 3 }
  : whole
    ? { renders: 14, kills: 10, workers: 2 }
    : { renders: 8, kills: 5, workers: 2 }

const steps = { postgres: stepsOf(1), redis: stepsOf(0) }

/** Kills a worker again and again, each time at a random moment of the work somebody has in hand. */
export async function killAtWork(scene: Scene, kind: 'real' | 'plain', kills = counts.kills): Promise<void> {
  const random = chance(20_241_008)
  const workers = Array.from({ length: counts.workers }, () => scene.work(kind))
  for (let kill = 0; kill < kills; kill += 1) {
    // The plain worker loses its jobs, and then nobody works however long one waits.
    await somebodyWorks(scene.tables, kind === 'real' ? 90_000 : 2000)
    await pause(random(500))
    workers[random(workers.length)]?.kill()
    await pause(100)
  }
}

/** The worker alone is killed, on one kind of queue. */
export function workerKills(backend: Backend): void {
  let scene: Scene | undefined
  afterEach(async () => {
    await scene?.close()
    scene = undefined
  })

  test('workers killed at random moments: every wish ends in one whole edition', async () => {
    scene = await Scene.open(backend)
    await scene.wish(counts.renders)
    await killAtWork(scene, 'real')
    const settled = await settle(scene.tables, 240_000)
    const verdict = await scene.judge()
    figures(`random kills ${backend}`, { ...counts, settledMs: Math.round(settled ?? -1), ...verdict })
    expect(verdict, scene.complaints).toEqual({ renders: counts.renders, ...clean })
  })

  test('killed once at each named step: the edition is made exactly once', async () => {
    scene = await Scene.open(backend)
    const named = steps[backend]
    await scene.wish(named.length + 1)
    const worker = scene.work('real', (life) =>
      life < named.length ? { FAILPOINT: `${named[life]}:kill:1`, WORKER_CONCURRENCY: '1' } : {},
    )
    while (worker.deaths < named.length && (await done(scene.tables)) <= named.length) await pause(100)
    const settled = await settle(scene.tables, 240_000)
    const verdict = await scene.judge()
    figures(`named steps ${backend}`, { points: named.length, deaths: worker.deaths, settledMs: Math.round(settled ?? -1), ...verdict })
    expect(worker.deaths).toBe(named.length)
    expect(verdict, scene.complaints).toEqual({ renders: named.length + 1, ...clean })
  })
}
