import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { EventBus } from '../events/event-bus.js'
import { currentContext } from '../log/request-context.js'
import { JOB_SPECS, type JobSpec, type NewJob, specKey } from './job.js'

/** Heard by the worker when a transaction with a job in it has committed. */
export const outboxTopic = 'outbox'

/**
 * Puts a job beside the decision that needs it, in the same transaction: both come true or neither does.
 * The worker rings it into the queue (PostgreSQL or Redis) the moment the transaction commits, and again at every look-round until it is in.
 */
@Injectable()
export class JobPublisher {
  private readonly known: ReadonlySet<string>

  constructor(
    @Inject(JOB_SPECS) specs: readonly JobSpec[],
    private readonly events: EventBus,
  ) {
    this.known = new Set(specs.map(specKey))
  }

  async publish(tx: EntityManager, job: NewJob): Promise<void> {
    if (!this.known.has(specKey(job))) throw new Error(`no job ${specKey(job)} is declared`)
    if (!/^[\w.-]{1,200}$/.test(job.id)) throw new Error(`“${job.id}” cannot be a job id`)
    await tx.query('INSERT INTO outbox (queue, name, job_id, payload, request_id) VALUES ($1, $2, $3, $4, $5)', [
      job.queue,
      job.name,
      job.id,
      JSON.stringify(job.payload),
      currentContext()?.requestId ?? null,
    ])
    await this.events.publish(tx, outboxTopic, {})
  }
}
