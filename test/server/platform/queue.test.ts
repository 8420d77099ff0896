import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conflict } from '#lib/editorial'
import { inTransaction } from '../../../apps/server/src/platform/database/in-transaction.js'
import type { NewJob, RunningJob } from '../../../apps/server/src/platform/queue/job.js'
import { JobPublisher } from '../../../apps/server/src/platform/queue/job-publisher.js'
import { figures, often } from '../../faults/points.js'
import { redisProgram, type TestRedis, testRedis } from '../services.js'
import { type TestRuntime, testRuntime } from './runtime-for-test.js'
import { spec, type TestWorker, testWorker, until } from './worker-for-test.js'

const backends = ['postgres', 'redis'] as const

describe.each(backends.filter((kind) => kind === 'postgres' || redisProgram() !== undefined))('the queue on %s', (kind) => {
  let runtime: TestRuntime
  let redis: TestRedis | undefined
  let worker: TestWorker
  const seen: string[] = []
  const tries = new Map<string, number>()

  const count = (job: RunningJob): number => {
    tries.set(job.id, (tries.get(job.id) ?? 0) + 1)
    return tries.get(job.id) as number
  }

  const handlers = {
    note: async (job: RunningJob) => {
      seen.push(job.id)
    },
    shaky: async (job: RunningJob) => {
      if (count(job) < 3) throw new Error('the world is down')
      seen.push(job.id)
    },
    refused: async (job: RunningJob) => {
      count(job)
      throw conflict('issue/not-approved')
    },
  }

  beforeAll(async () => {
    redis = kind === 'redis' ? await testRedis() : undefined
    runtime = await testRuntime(redis === undefined ? {} : { REDIS_URL: redis.url })
    worker = await testWorker(runtime, handlers)
  })
  afterAll(async () => {
    await worker.stop()
    await runtime.close()
    await redis?.stop()
  })

  const publish = (job: Partial<NewJob> & { id: string }) =>
    inTransaction(runtime.dataSource, (tx) =>
      worker.app.get(JobPublisher).publish(tx, { queue: 'work', name: 'note', payload: {}, ...job }),
    )

  test('a committed job is done once, within a moment', async () => {
    await publish({ id: 'note-1', payload: { issue: 'i1' } })
    await until(() => seen.includes('note-1'), 3000)
    expect(await runtime.database.query('SELECT * FROM outbox')).toEqual([])
  })

  test('a decision that was taken back leaves no job', async () => {
    const publisher = worker.app.get(JobPublisher)
    const rollbacks = often(1, 200)
    for (let n = 0; n < rollbacks; n += 1) {
      const taken = inTransaction(runtime.dataSource, async (tx) => {
        await publisher.publish(tx, { queue: 'work', name: 'note', id: `note-back-${n}`, payload: {} })
        throw new Error('no')
      })
      await expect(taken).rejects.toThrow('no')
      await publish({ id: `note-after-${n}` })
    }
    const done = () => seen.filter((id) => id.startsWith('note-after')).length
    await until(() => done() === rollbacks)
    const begun = seen.filter((id) => id.startsWith('note-back')).length
    figures(`decisions taken back ${kind}`, { commits: rollbacks, done: done(), rollbacks, begun })
    expect(begun).toBe(0)
  })

  test('a fault is tried again, a refusal is not', async () => {
    await publish({ name: 'shaky', id: 'shaky-1' })
    await publish({ name: 'refused', id: 'refused-1' })
    await until(() => seen.includes('shaky-1'))
    expect(tries.get('shaky-1')).toBe(3)
    expect(tries.get('refused-1')).toBe(1)
  })

  test('the same id rung again after its end is done again; the clearing is ours', async () => {
    await publish({ id: 'note-twice' })
    await until(() => seen.filter((id) => id === 'note-twice').length === 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await publish({ id: 'note-twice' })
    await until(() => seen.filter((id) => id === 'note-twice').length === 2)
  })

  test('a hundred at once are each done once', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, n) => publish({ id: `many-${n}` })))
    const done = () => seen.filter((id) => id.startsWith('many-'))
    await until(() => done().length >= 100)
    expect(new Set(done()).size).toBe(100)
    expect(done().length).toBe(100)
  })

  test('a job nobody declared, or an id that cannot be one, is a fault of ours', async () => {
    await expect(publish({ name: 'stranger', id: 'x' })).rejects.toThrow('no job work/stranger is declared')
    await expect(publish({ id: 'a:b' })).rejects.toThrow('cannot be a job id')
  })

  test('the worker shows that it listens', async () => {
    await until(() => worker.silenceMs() < 6000)
  })
})

test('a worker with a declared job and no handler does not start', async () => {
  const runtime = await testRuntime()
  await expect(testWorker(runtime, {}, [spec('orphan')])).rejects.toThrow('no handler for work/orphan')
  await runtime.close()
})

test('a worker that stops hands its job back, and the next one takes it up at once', async () => {
  const runtime = await testRuntime()
  const began: string[] = []
  const hang = async (job: RunningJob) => {
    began.push('first')
    await new Promise((_, reject) => job.signal.addEventListener('abort', () => reject(job.signal.reason as Error)))
  }
  const first = await testWorker(runtime, { hang })
  await inTransaction(runtime.dataSource, (tx) =>
    first.app.get(JobPublisher).publish(tx, { queue: 'work', name: 'hang', id: 'hang-1', payload: {} }),
  )
  await until(() => began.length === 1)
  const stopping = performance.now()
  await first.stop()
  expect(performance.now() - stopping).toBeLessThan(8000)
  const again = await testRuntimeOn(runtime)
  const started = performance.now()
  const second = await testWorker(again, { hang: async () => void began.push('second') })
  await until(() => began.includes('second'), 5000)
  expect(performance.now() - started).toBeLessThan(5000)
  await second.stop()
  await runtime.close()
})

const testRuntimeOn = async (runtime: TestRuntime): Promise<TestRuntime> => runtime
