import type { INestApplicationContext } from '@nestjs/common'
import { EventBus } from '../events/event-bus.js'
import { clockSkewMs } from '../health/clock-skew.js'
import { LookRound } from '../reconcile/look-round.js'
import { Reconcilers } from '../reconcile/reconcilers.js'
import type { Runtime } from '../runtime.js'
import { JobHandlers } from './job-handlers.js'
import { createQueueBackend } from './queue-backend.js'
import { WorkerHost } from './worker-host.js'

export interface RunningWorker {
  /** Milliseconds since the laziest queue was last asked for work. */
  silenceMs(): number
  stop(): Promise<void>
}

/** How often the tables are looked through for work the queue has lost. */
const lookEveryMs = 5000
/** Above the first we say so; above the second a worker would steal jobs that are alive, and must not work. */
const skewMs = { noted: 2000, refused: 5000 }

/** Takes jobs and looks after the outbox and the reconcilers, until stopped. Fails when a declared job has no handler or the clock is wrong. */
export async function startWorker(app: INestApplicationContext, runtime: Runtime): Promise<RunningWorker> {
  const { config, databaseUrl, log, dataSource } = runtime
  await checkClock(runtime)
  const handlers = app.get(JobHandlers)
  const queues = new Set(handlers.specs.map((spec) => spec.queue)).size
  const backend = await createQueueBackend({ config, databaseUrl, queues, concurrency: config.workerConcurrency, log })
  const host = new WorkerHost({ backend, handlers, dataSource, events: app.get(EventBus), concurrency: config.workerConcurrency, log })
  await host.start()
  const reconcilers = app.get(Reconcilers)
  const looking = new LookRound(lookEveryMs, async () => {
    await reconcilers.runAll()
    await host.drain()
  })
  looking.start()
  runtime.children.warm()
  return {
    silenceMs: () => host.liveness.silenceMs(),
    async stop() {
      await Promise.all([looking.stop(), host.stop()])
    },
  }
}

async function checkClock({ dataSource, log }: Runtime): Promise<void> {
  const skew = await clockSkewMs(dataSource)
  if (Math.abs(skew) > skewMs.refused) throw new Error(`this machine's clock differs from the database's by ${skew} ms; no jobs are taken`)
  if (Math.abs(skew) > skewMs.noted) log.warn({ skew }, 'the clock differs from the database')
}
