import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../../apps/server/src/platform/database/in-transaction.js'
import { EventBus, type EventFields } from '../../../apps/server/src/platform/events/event-bus.js'
import { Listener } from '../../../apps/server/src/platform/events/listener.js'
import { type TestRuntime, testRuntime } from './runtime-for-test.js'
import { until } from './worker-for-test.js'

let runtime: TestRuntime
let near: EventBus
let far: EventBus
const newBus = async (name: string): Promise<EventBus> => {
  const bus = new EventBus(new Listener(runtime.database.url, name, runtime.log), runtime.log)
  await bus.onModuleInit()
  return bus
}
beforeAll(async () => {
  runtime = await testRuntime()
  near = await newBus('near')
  far = await newBus('far')
})
afterAll(async () => {
  await near.onApplicationShutdown()
  await far.onApplicationShutdown()
  await runtime.close()
})

const tell = (topic: string, fields: EventFields) => inTransaction(runtime.dataSource, (tx) => near.publish(tx, topic, fields))

test('an event reaches other processes when its transaction commits, and never when it does not', async () => {
  const heard: EventFields[] = []
  const end = far.subscribe('issue', (fields) => heard.push(fields))
  await inTransaction(runtime.dataSource, async (tx) => {
    await near.publish(tx, 'issue', { issue: 'lost' })
    throw new Error('no')
  }).catch(() => {})
  await tell('issue', { issue: 'i1', version: 3 })
  await tell('other', { issue: 'i2' })
  await until(() => heard.length > 0)
  expect(heard).toEqual([{ issue: 'i1', version: 3 }])
  end()
  await tell('issue', { issue: 'i3' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(heard.length).toBe(1)
})

test('more than ids does not fit, and says so at once', async () => {
  await expect(tell('issue', { text: '长'.repeat(4000) })).rejects.toThrow('more than ids')
})

test('a hearer that fails does not keep the others from hearing', async () => {
  const heard: string[] = []
  far.subscribe('shaky', () => {
    throw new Error('deaf')
  })
  far.subscribe('shaky', () => heard.push('well'))
  await tell('shaky', {})
  await until(() => heard.length === 1)
})

test('a lost connection comes back, says that something may be missed, and hears again', async () => {
  let gaps = 0
  const heard: string[] = []
  far.onGap(() => {
    gaps += 1
  })
  far.subscribe('again', ({ n }) => heard.push(String(n)))
  await runtime.database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'far-listen' AND datname = current_database()`,
  )
  await until(() => gaps === 1)
  await tell('again', { n: 1 })
  await until(() => heard.length === 1)
})
