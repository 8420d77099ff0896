import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '#lib/editorial'
import { ChildPool } from '../../../apps/server/src/platform/children/child-pool.js'
import { ChildFault } from '../../../apps/server/src/platform/children/messages.js'
import { createLog } from '../../../apps/server/src/platform/log/log.js'
import { projectRoot } from '../../../apps/server/src/platform/project-root.js'
import { until } from './worker-for-test.js'

const pool = (more: Partial<ConstructorParameters<typeof ChildPool>[0]> = {}): ChildPool =>
  new ChildPool({
    program: `${projectRoot()}/test/server/platform/test-child.mjs`,
    size: 2,
    heapMb: 64,
    residentMb: 256,
    recycleAfter: 100,
    recycleAboveMb: 200,
    log: createLog('silent', 'test'),
    ...more,
  })

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('a pool of children', () => {
  let children: ChildPool
  beforeAll(() => {
    children = pool()
  })
  afterAll(() => children.close())

  test('a task answers, bytes as bytes', async () => {
    expect(await children.run('double', { n: 21 })).toMatchObject({ doubled: 42, bytes: new Uint8Array([1, 2, 3]) })
  })

  test('progress comes in order before the answer', async () => {
    const steps: unknown[] = []
    expect(await children.run('steps', {}, { onProgress: (value) => steps.push(value) })).toBe('done')
    expect(steps).toEqual([{ step: 1 }, { step: 2 }, { step: 3 }])
  })

  test('a refusal crosses the border as a refusal', async () => {
    const refused = await children.run('refuse', {}).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ kind: 'invalid', code: 'typeset/missing-glyph', params: { character: '㐂' } })
  })

  test('a bug is a fault and the child lives on', async () => {
    const before = await children.run<{ pid: number }>('double', { n: 1 })
    await expect(children.run('fail', {})).rejects.toThrow('a bug')
    expect((await children.run<{ pid: number }>('double', { n: 1 })).pid).toBe(before.pid)
  })

  test.each([
    ['an endless loop', 'hang', 'time'],
    ['a heap that grows', 'hoard', 'memory'],
    ['buffers outside the heap', 'buffers', 'memory'],
    ['a task that quits', 'quit', 'died'],
  ])('%s costs its own task, while another in the pool is done', async (_what, task, reason) => {
    const bad = children.run(task, {}, { timeoutMs: task === 'hang' ? 500 : 20_000 }).catch((error: unknown) => error)
    expect(await children.run('double', { n: 2 })).toMatchObject({ doubled: 4 })
    const fault = await bad
    expect(fault).toBeInstanceOf(ChildFault)
    expect(fault).toMatchObject({ reason })
    expect(await children.run('double', { n: 3 })).toMatchObject({ doubled: 6 })
  })

  test('a task that is called off ends at once, and so does one still waiting', async () => {
    const stop = new AbortController()
    const started = performance.now()
    const running = [1, 2, 3].map(() => children.run('hang', {}, { signal: stop.signal }).catch((error: unknown) => error))
    setTimeout(() => stop.abort(new Error('called off')), 200)
    for (const one of await Promise.all(running)) expect(one).toMatchObject({ message: 'called off' })
    expect(performance.now() - started).toBeLessThan(3000)
    expect(await children.run('double', { n: 4 })).toMatchObject({ doubled: 8 })
  })

  test('a child knows nothing secret of the environment', async () => {
    process.env.SESSION_SECRET = 'x'.repeat(40)
    const names = await pool().run<string[]>('environment', {})
    delete process.env.SESSION_SECRET
    expect(names.filter((name) => /SECRET|DATABASE|REDIS|PASSWORD/.test(name))).toEqual([])
  })
})

test('a child is replaced after its share of tasks', async () => {
  const children = pool({ size: 1, recycleAfter: 2 })
  const pids: number[] = []
  for (let n = 0; n < 4; n += 1) pids.push((await children.run<{ pid: number }>('double', { n })).pid)
  expect(pids[0]).toBe(pids[1])
  expect(pids[2]).not.toBe(pids[1])
  await until(() => !alive(pids[0] as number))
  children.close()
  await until(() => !alive(pids[3] as number))
})

test('with one place, tasks take turns and a dead child gives its place on', async () => {
  const children = pool({ size: 1 })
  const results = await Promise.allSettled([
    children.run('quit', {}),
    children.run('double', { n: 1 }),
    children.run('quit', {}),
    children.run('double', { n: 2 }),
  ])
  expect(results.map((one) => one.status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled'])
  children.close()
})
