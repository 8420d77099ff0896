import type { DataSource, EntityManager } from 'typeorm'
import { within } from '../clock.js'
import { failpoint } from '../failpoint.js'
import type { Log } from '../log/log.js'
import type { JobSpec } from './job.js'
import type { JobData, JobQueue } from './queue-backend.js'

interface Row {
  readonly queue: string
  readonly name: string
  readonly job_id: string
  readonly payload: JobData['payload']
  readonly request_id: string | null
}

/** Finished jobs stay an hour to be looked at, failed ones a week. By age only: keeping a count locks the queue against itself on PostgreSQL. */
const keep = { removeOnComplete: { age: 3600 }, removeOnFail: { age: 7 * 24 * 3600 } }

/** A queue that does not answer in this time is tried again at the next round; a job that gets in late is there once all the same. */
const ringMs = 5000

/** Carries jobs from the outbox into the queue. Rung twice, a job is still there once; one that ended long ago is cleared and rung anew. */
export class Doorbell {
  private running: Promise<number> | undefined
  private again = false

  constructor(
    private readonly dataSource: DataSource,
    private readonly queues: ReadonlyMap<string, JobQueue>,
    private readonly specOf: (queue: string, name: string) => JobSpec,
    private readonly log: Log,
  ) {}

  /** Empties the outbox; answers how many were rung. Calls that come while it is busy are one more round. */
  async drain(): Promise<number> {
    this.again = true
    this.running ??= this.rounds().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  private async rounds(): Promise<number> {
    let rung = 0
    while (this.again) {
      this.again = false
      while (await this.dataSource.transaction((tx) => this.ringNext(tx))) rung += 1
    }
    return rung
  }

  /** The row is gone only when the queue has the job: a crash in between rings twice, never not at all. */
  private async ringNext(tx: EntityManager): Promise<boolean> {
    const [rows] = (await tx.query(
      'DELETE FROM outbox WHERE id = (SELECT id FROM outbox ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1) RETURNING queue, name, job_id, payload, request_id',
    )) as [Row[], number]
    const row = rows[0]
    if (row === undefined) return false
    await failpoint('queue/before-ring')
    await within(ringMs, this.ring(row))
    await failpoint('queue/after-ring')
    return true
  }

  private async ring(row: Row): Promise<void> {
    const queue = this.queues.get(row.queue)
    if (queue === undefined) throw new Error(`there is no queue ${row.queue}`)
    if (await stillWaiting(queue, row.job_id)) return
    const { attempts, backoffMs } = this.specOf(row.queue, row.name)
    const data: JobData = { payload: row.payload, requestId: row.request_id }
    await queue.add(row.name, data, { jobId: row.job_id, attempts, backoff: { type: 'exponential', delay: backoffMs }, ...keep })
    this.log.debug({ queue: row.queue, job: row.job_id }, 'rung')
  }
}

/** An id the queue remembers is silently ignored when added again, so one that has ended is cleared first. */
async function stillWaiting(queue: JobQueue, id: string): Promise<boolean> {
  const job = await queue.getJob(id)
  if (job === undefined) return false
  const state = await job.getState()
  if (state !== 'completed' && state !== 'failed' && state !== 'unknown') return true
  await job.remove()
  return false
}
