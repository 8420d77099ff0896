import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { RefusalParams } from '#lib/editorial'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { EventBus } from '../../platform/events/event-bus.js'
import { JobPublisher } from '../../platform/queue/job-publisher.js'
import { Reconcilers } from '../../platform/reconcile/reconcilers.js'
import type { Claim, ErrandKind, ErrandState } from './errand.js'

/** House: a running errand beats every 2 s, so 10 s of silence is a dead worker; a queued one is rung again after 20 s in case the queue lost it. */
const SILENCE = { running: '10 seconds', queued: '20 seconds' }

interface Rung {
  readonly id: string
  readonly rings: number
}

/** Rings for errands, hands them out, and writes how they end: whoever was overtaken can write nothing. */
@Injectable()
export class Errands {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobPublisher,
    private readonly events: EventBus,
    private readonly reconcilers: Reconcilers,
  ) {}

  /** Looks after a kind: those the queue lost are rung again. */
  watch(kind: ErrandKind): void {
    this.reconcilers.add({ name: kind.table, run: (tx) => this.ringLost(tx, kind) })
  }

  /** Rings the queue; ringing twice is one job. */
  async ring(tx: EntityManager, { queue, name }: ErrandKind, { id, rings }: Rung): Promise<void> {
    await this.jobs.publish(tx, { queue, name, id: `${name}-${id}-${rings}`, payload: { errand: id } })
  }

  async tell(tx: EntityManager, { topic }: ErrandKind, { id, publication }: Pick<Claim, 'id' | 'publication'>): Promise<void> {
    await this.events.publish(tx, topic, { publication, id })
  }

  /** Takes one in hand; undefined when nothing is left to do. */
  async claim(kind: ErrandKind, id: string): Promise<Claim | undefined> {
    return inTransaction(this.dataSource, async (tx) => {
      const [rows] = (await tx.query(
        `UPDATE ${kind.table} SET state = 'running', attempt = attempt + 1, beat_at = now() WHERE id = $1 AND state IN ('queued', 'running')
         RETURNING id, publication, attempt AS token, failures`,
        [id],
      )) as [Claim[], number]
      if (rows[0] !== undefined) await this.tell(tx, kind, rows[0])
      return rows[0]
    })
  }

  /** Says the worker is alive; false when the errand is no longer its own. */
  async beat(kind: ErrandKind, claim: Claim): Promise<boolean> {
    return inTransaction(this.dataSource, (tx) => this.write(tx, kind, claim, ''))
  }

  /** Holds the row until the transaction ends; false when somebody else has it. */
  async hold(tx: EntityManager, kind: ErrandKind, claim: Claim): Promise<boolean> {
    return this.write(tx, kind, claim, '')
  }

  /** The good end; other columns are written by whoever holds the row. */
  async done(tx: EntityManager, kind: ErrandKind, claim: Claim): Promise<void> {
    if (!(await this.write(tx, kind, claim, `, state = 'done', finished_at = now()`)))
      throw new Error('an errand was taken away while its row was held')
    await this.tell(tx, kind, claim)
  }

  /** Puts it back into the line: the worker stops, or the world was down. */
  async giveBack(kind: ErrandKind, claim: Claim, failures: number): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      if (await this.write(tx, kind, claim, `, state = 'queued', failures = $3`, [failures])) await this.tell(tx, kind, claim)
    })
  }

  /** The bad end, with the sentence the person reads. */
  async fail(kind: ErrandKind, claim: Claim, code: string, params: RefusalParams): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const change = `, state = 'failed', error_code = $3, error_params = $4, finished_at = now()`
      if (await this.write(tx, kind, claim, change, [code, JSON.stringify(params)])) await this.tell(tx, kind, claim)
    })
  }

  /** Asks for one anew that has ended so; false when it has not. */
  async again(tx: EntityManager, kind: ErrandKind, id: string, ended: readonly ErrandState[] = ['failed', 'cancelled']): Promise<boolean> {
    const [rows] = (await tx.query(
      `UPDATE ${kind.table} SET state = 'queued', failures = 0, rings = rings + 1, error_code = NULL, error_params = '{}', finished_at = NULL, beat_at = now()
       WHERE id = $1 AND state = ANY($2::text[]) RETURNING id, publication, rings`,
      [id, ended],
    )) as [(Rung & { publication: string })[], number]
    if (rows[0] === undefined) return false
    await this.ring(tx, kind, rows[0])
    await this.tell(tx, kind, rows[0])
    return true
  }

  /** False when there is nothing to cancel any more. */
  async cancel(tx: EntityManager, kind: ErrandKind, id: string): Promise<boolean> {
    const [rows] = (await tx.query(
      `UPDATE ${kind.table} SET state = 'cancelled', finished_at = now() WHERE id = $1 AND state IN ('queued', 'running') RETURNING id, publication`,
      [id],
    )) as [{ id: string; publication: string }[], number]
    if (rows[0] === undefined) return false
    await this.tell(tx, kind, rows[0])
    return true
  }

  private async write(
    tx: EntityManager,
    { table }: ErrandKind,
    { id, token }: Claim,
    change: string,
    values: unknown[] = [],
  ): Promise<boolean> {
    const [, count] = (await tx.query(`UPDATE ${table} SET beat_at = now()${change} WHERE id = $1 AND attempt = $2 AND state = 'running'`, [
      id,
      token,
      ...values,
    ])) as [unknown, number]
    return count === 1
  }

  private async ringLost(tx: EntityManager, kind: ErrandKind): Promise<number> {
    const [due] = (await tx.query(
      `UPDATE ${kind.table} SET beat_at = now() WHERE id IN (
         SELECT id FROM ${kind.table} WHERE (state = 'running' AND beat_at < now() - $1::interval) OR (state = 'queued' AND beat_at < now() - $2::interval)
         ORDER BY beat_at LIMIT 200 FOR UPDATE SKIP LOCKED) RETURNING id, rings`,
      [SILENCE.running, SILENCE.queued],
    )) as [Rung[], number]
    for (const errand of due) await this.ring(tx, kind, errand)
    return due.length
  }
}
