import { randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { Refusal } from '#lib/editorial'
import { faultKind } from '../../platform/errors/fault-kind.js'
import { LOG, type Log } from '../../platform/log/log.js'
import type { RunningJob } from '../../platform/queue/job.js'
import type { Claim, ErrandKind } from './errand.js'
import { Errands } from './errands.js'

/** Source: trust.md P11, three attempts before the thing itself is told to be at fault. */
const MOST_FAILURES = 3

/** A sign of life this often; missed ones let the reconciler give the errand to another. */
const BEAT_MS = 2000

export type ErrandWork = (claim: Claim, signal: AbortSignal) => Promise<void>

/** Carries an errand through: claim, work, end. It may run twice, be killed anywhere, and be late: the tables stay right. */
@Injectable()
export class ErrandRunner {
  constructor(
    private readonly errands: Errands,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(kind: ErrandKind, job: RunningJob, work: ErrandWork): Promise<void> {
    const claim = await this.errands.claim(kind, String(job.payload.errand))
    if (claim === undefined) return
    const lost = new AbortController()
    const timer = setInterval(() => void this.beat(kind, claim, lost), BEAT_MS)
    try {
      await work(claim, AbortSignal.any([job.signal, lost.signal]))
    } catch (error) {
      if (lost.signal.aborted) return
      throw await this.told(kind, claim, error, job.signal.aborted)
    } finally {
      clearInterval(timer)
    }
  }

  private async beat(kind: ErrandKind, claim: Claim, lost: AbortController): Promise<void> {
    try {
      if (!(await this.errands.beat(kind, claim))) lost.abort(new Error('the errand is no longer ours'))
    } catch (error) {
      this.log.warn({ err: error }, 'an errand could not give a sign of life')
    }
  }

  /** Writes down what became of a failed attempt; answers what the queue is told. */
  private async told(kind: ErrandKind, claim: Claim, error: unknown, stopping: boolean): Promise<unknown> {
    const { failures } = claim
    if (error instanceof Refusal) await this.errands.fail(kind, claim, error.code, error.params)
    else if (stopping || faultKind(error) === 'unavailable' || faultKind(error) === 'storage-full')
      await this.errands.giveBack(kind, claim, failures)
    else if (failures + 1 < MOST_FAILURES) await this.errands.giveBack(kind, claim, failures + 1)
    else await this.giveUp(kind, claim, error)
    return error
  }

  private async giveUp(kind: ErrandKind, claim: Claim, error: unknown): Promise<void> {
    const number = randomBytes(2).toString('hex').toUpperCase()
    this.log.error({ err: error, number, errand: claim.id }, `an errand of ${kind.table} is given up`)
    await this.errands.fail(kind, claim, kind.failed, { number })
  }
}
