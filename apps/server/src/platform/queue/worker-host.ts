import type { Worker } from 'bullmq'
import type { DataSource } from 'typeorm'
import { sleep } from '../clock.js'
import type { EventBus } from '../events/event-bus.js'
import type { Log } from '../log/log.js'
import type { Metrics } from '../metrics/metrics.js'
import type { Traces } from '../trace/traces.js'
import { Doorbell } from './doorbell.js'
import type { JobHandlers } from './job-handlers.js'
import { outboxTopic } from './job-publisher.js'
import { Liveness } from './liveness.js'
import type { JobData, JobQueue, QueueBackend } from './queue-backend.js'
import { handBack, runJob } from './run-job.js'

/**
 * A killed worker's job is free again after lockDuration and found at the next stalled check: 9 s at worst instead of the minute of the defaults.
 * A job may be found stalled often (kills are not the job's fault); the tables and the reconciler decide when to give up.
 */
const timing = { lockDuration: 6000, lockRenewTime: 1500, stalledInterval: 3000, runRetryDelay: 1000, drainDelay: 5, maxStalledCount: 20 }

/** How long a job in hand may go on after the stop was asked, before it is told to end; and before it is left to its fate. */
const graceMs = 1500
const patienceMs = 6500

export interface WorkerParts {
  readonly backend: QueueBackend
  readonly handlers: JobHandlers
  readonly dataSource: DataSource
  readonly events: EventBus
  readonly concurrency: number
  readonly metrics: Metrics
  readonly traces: Traces
  readonly log: Log
}

/** Takes jobs of every declared queue, and rings the bell for those in the outbox. */
export class WorkerHost {
  readonly liveness: Liveness
  private readonly closing = new AbortController()
  private readonly workers: Worker<JobData, void>[] = []
  private bell: Doorbell | undefined

  constructor(private readonly parts: WorkerParts) {
    this.liveness = new Liveness(parts.concurrency)
  }

  async start(): Promise<void> {
    const { handlers, backend, dataSource, events, log } = this.parts
    handlers.checkComplete()
    const names = [...new Set(handlers.specs.map((spec) => spec.queue))]
    const queues = new Map<string, JobQueue>()
    for (const name of names) queues.set(name, await backend.queue(name))
    this.bell = new Doorbell(dataSource, queues, (queue, name) => handlers.specOf(queue, name), log)
    events.subscribe(outboxTopic, () => void this.drain())
    events.onGap(() => void this.drain())
    for (const name of names) await this.take(name)
    await this.drain()
  }

  /** Rings whatever lies in the outbox; a queue that cannot be reached is only logged, the next look-round tries again. */
  async drain(): Promise<number> {
    if (this.closing.signal.aborted || this.bell === undefined) return 0
    try {
      return await this.bell.drain()
    } catch (error) {
      this.parts.log.warn({ err: error }, 'the outbox could not be emptied')
      return 0
    }
  }

  /** Takes no new jobs for a while, or takes them again. */
  rest(resting: boolean): void {
    for (const worker of this.workers) {
      if (resting && !worker.isPaused()) void worker.pause(true)
      if (!resting && worker.isPaused()) void worker.resume()
    }
    this.liveness.resting = resting
  }

  /** Jobs in hand get a moment to finish, then are told to end and handed back. */
  async stop(): Promise<void> {
    const closed = Promise.all(this.workers.map((worker) => worker.close()))
    await Promise.race([closed, sleep(graceMs)])
    this.closing.abort(new Error('the worker is stopping'))
    await Promise.race([closed, sleep(patienceMs - graceMs)])
    await Promise.race([this.parts.backend.close(), sleep(1000)])
  }

  private async take(queue: string): Promise<void> {
    const { backend, handlers, concurrency, log, metrics, traces } = this.parts
    const run = runJob(queue, handlers, this.closing.signal, log, (name, outcome, tookMs) => {
      metrics.jobs.inc({ queue, name, outcome })
      const attributes = { 'messaging.destination.name': queue, 'bianyin.outcome': outcome }
      traces.add({ name: `job ${name}`, kind: 'consumer', attributes, failed: outcome === 'fault' }, tookMs)
    })
    const worker = await backend.worker(
      queue,
      async (job, token, lost) => {
        // A worker told to rest may still have been waiting for this one.
        if (this.liveness.resting) await handBack(job, token)
        this.liveness.begin(queue)
        await run(job, token, lost).finally(() => this.liveness.end(queue))
      },
      { ...timing, concurrency },
      () => this.liveness.beat(queue),
    )
    this.liveness.beat(queue)
    this.workers.push(worker)
  }
}
