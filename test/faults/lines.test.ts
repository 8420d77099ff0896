import { afterEach, describe, expect, test } from 'vitest'
import { redisProgram } from '../server/services.js'
import { Line } from './line.js'
import { figures, often, pause } from './points.js'
import { Scene } from './scene.js'
import { settle, somebodyWorks } from './tables.js'
import { clean } from './verdict.js'

const cuts = often(5, 50)
const silenceMs = often(12_000, 60_000)
/** How often Redis loses everything and is killed, and how many wishes come before and after each. */
const losses = often(1, 5)
const wishes = often(3, 10)

let scene: Scene | undefined
let line: Line | undefined
afterEach(async () => {
  await scene?.close()
  await line?.close()
  scene = undefined
  line = undefined
})

describe('a worker whose line to the database', () => {
  test('is cut again and again loses nothing and takes up work within moments', async () => {
    scene = await Scene.open('postgres')
    line = await Line.to(scene.desk.runtime.database.url)
    await scene.wish(6)
    const worker = scene.work('real', () => ({ DATABASE_URL: (line as Line).url }))
    await somebodyWorks(scene.tables, 90_000)
    for (let cut = 0; cut < cuts; cut += 1) {
      line.cut()
      await pause(700)
    }
    await settle(scene.tables, 240_000)
    await scene.wish(1)
    const afterwards = await settle(scene.tables, 30_000)
    const verdict = await scene.judge()
    figures('database line cut', { cuts, afterwardsMs: Math.round(afterwards ?? -1), workerDeaths: worker.deaths, ...verdict })
    expect(verdict).toEqual({ renders: 7, ...clean })
  })

  test('goes silent without a word comes back by itself', async () => {
    scene = await Scene.open('postgres')
    line = await Line.to(scene.desk.runtime.database.url)
    await scene.wish(2)
    const worker = scene.work('real', () => ({ DATABASE_URL: (line as Line).url }))
    await settle(scene.tables, 240_000)
    line.silence()
    await scene.wish(2)
    await pause(silenceMs)
    line.speak()
    const back = await settle(scene.tables, 240_000)
    const verdict = await scene.judge()
    figures('database line silent', { silenceMs, backMs: Math.round(back ?? -1), workerDeaths: worker.deaths, ...verdict })
    expect(verdict).toEqual({ renders: 4, ...clean })
    expect(back).toBeLessThan(35_000)
  })
})

if (redisProgram() !== undefined)
  describe('a queue in Redis', () => {
    test('that is emptied or killed takes nothing along: the desk goes on taking wishes, and all are fulfilled', async () => {
      scene = await Scene.open('redis')
      await scene.wish(wishes)
      scene.work('real')
      await somebodyWorks(scene.tables, 90_000)
      for (let loss = 0; loss < losses; loss += 1) {
        await scene.redis?.empty()
        await scene.wish(wishes)
        scene.redis?.kill()
        await scene.wish(wishes)
        await pause(1500)
        await scene.redis?.start()
      }
      const settled = await settle(scene.tables, 240_000)
      const verdict = await scene.judge()
      figures('redis emptied and killed', { emptied: losses, killed: losses, settledMs: Math.round(settled ?? -1), ...verdict })
      expect(verdict).toEqual({ renders: wishes * (1 + 2 * losses), ...clean })
    })
  })
