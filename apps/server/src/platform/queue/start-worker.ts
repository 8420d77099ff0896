import type { INestApplicationContext } from '@nestjs/common'
import { EventBus } from '../events/event-bus.js'
import { ClockWatch } from '../health/clock-watch.js'
import type { Log } from '../log/log.js'
import { Metrics } from '../metrics/metrics.js'
import { LookRound } from '../reconcile/look-round.js'
import { Reconcilers } from '../reconcile/reconcilers.js'
import type { Runtime } from '../runtime.js'
import { Traces } from '../trace/traces.js'
import { JobHandlers } from './job-handlers.js'
import { createQueueBackend, type QueueBackend } from './queue-backend.js'
import { WorkerHost } from './worker-host.js'

export interface RunningWorker {
  /** Milliseconds since the laziest queue was last asked for work. */
  silenceMs(): number
  stop(): Promise<void>
}

/** How often the tables are looked through for work the queue has lost. */
const lookEveryMs = 5000
/** Unfinished files this old were left by a kill. */
const tidy = { everyMs: 3_600_000, graceMs: 3_600_000 }

/** Takes jobs and looks after the outbox and the reconcilers, until stopped. Fails when a declared job has no handler or the clock is wrong. */
export async function startWorker(app: INestApplicationContext, runtime: Runtime): Promise<RunningWorker> {
  const { config, log, dataSource, files, children } = runtime
  const clock = new ClockWatch(dataSource, log)
  if (!(await clock.mayWork())) throw new Error("this machine's clock is too far from the database's; no jobs are taken")
  const handlers = app.get(JobHandlers)
  const events = app.get(EventBus)
  const backend = await openQueue(runtime, handlers)
  const host = new WorkerHost({
    backend,
    handlers,
    dataSource,
    events,
    concurrency: config.workerConcurrency,
    metrics: app.get(Metrics),
    traces: app.get(Traces),
    log,
  })
  await host.start()
  const rounds = [
    new LookRound(lookEveryMs, () => lookRound(app, host, clock, log)),
    new LookRound(tidy.everyMs, () => files.sweepUnfinished(tidy.graceMs)),
  ]
  for (const round of rounds) round.start()
  children.warm()
  return {
    silenceMs: () => host.liveness.silenceMs(),
    async stop() {
      await Promise.all([...rounds.map((round) => round.stop()), host.stop()])
    },
  }
}

const openQueue = ({ config, databaseUrl, log }: Runtime, handlers: JobHandlers): Promise<QueueBackend> =>
  createQueueBackend({
    config,
    databaseUrl,
    queues: new Set(handlers.specs.map((spec) => spec.queue)).size,
    concurrency: config.workerConcurrency,
    log,
  })

/** What the queue has lost is rung again; a worker whose clock has gone wrong rests until it is right. */
async function lookRound(app: INestApplicationContext, host: WorkerHost, clock: ClockWatch, log: Log): Promise<void> {
  try {
    host.rest(!(await clock.mayWork()))
    await app.get(Reconcilers).runAll()
    await host.drain()
  } catch (error) {
    log.warn({ err: error }, 'a look-round failed')
  }
}
