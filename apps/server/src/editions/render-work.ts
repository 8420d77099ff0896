import { randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { invalid, Refusal } from '#lib/editorial'
import { ChildFault } from '../platform/children/messages.js'
import { faultKind } from '../platform/errors/fault-kind.js'
import { EventBus } from '../platform/events/event-bus.js'
import { failpoint } from '../platform/failpoint.js'
import { LOG, type Log } from '../platform/log/log.js'
import type { RunningJob } from '../platform/queue/job.js'
import { Press } from './press.js'
import type { PressProgress } from './press-input.js'
import type { PressResult } from './press-result.js'
import { type Claim, RenderClaims } from './render-claims.js'
import { RenderFinish } from './render-finish.js'

/** Source: trust.md P11, three attempts before a document is told to be at fault. */
const MOST_FAILURES = 3

/** A sign of life this often; three missed ones and the reconciler gives the render to another. */
const BEAT_MS = 2000

/** The job press/render: claim, print, finish. It may run twice, be killed anywhere, and be late: the tables stay right. */
@Injectable()
export class RenderWork {
  constructor(
    private readonly claims: RenderClaims,
    private readonly press: Press,
    private readonly finisher: RenderFinish,
    private readonly events: EventBus,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(job: RunningJob): Promise<void> {
    const claim = await this.claims.claim(String(job.payload.render))
    if (claim === undefined) return
    await failpoint('render/claimed')
    const lost = new AbortController()
    const watch = this.watch(claim, lost)
    try {
      const result = await this.press.print(claim.render, watch.progress, AbortSignal.any([job.signal, lost.signal]))
      refuseMissingGlyphs(claim, result)
      await this.finisher.finish(claim, result)
    } catch (error) {
      if (lost.signal.aborted) return
      const told = await this.told(claim, error, job.signal.aborted)
      if (told !== undefined) throw told
    } finally {
      watch.stop()
    }
  }

  /** Beats, passes progress on, and ends the work when the render was cancelled or taken over. */
  private watch(claim: Claim, lost: AbortController): { progress: (progress: PressProgress) => void; stop: () => void } {
    let latest: Partial<PressProgress> = {}
    let line: Promise<void> = Promise.resolve()
    const beat = (progress: Partial<PressProgress>): void => {
      line = line
        .then(async () => {
          if (!(await this.claims.beat(claim, progress))) lost.abort(new Error('the render is no longer ours'))
        })
        .catch((error: unknown) => this.log.warn({ err: error }, 'a render could not give a sign of life'))
    }
    const timer = setInterval(() => beat(latest), BEAT_MS)
    const unsubscribe = this.events.subscribe('render', ({ render }) => {
      if (render === claim.render.id) beat({})
    })
    return {
      progress: (progress) => {
        latest = {}
        beat(progress)
      },
      stop: () => {
        clearInterval(timer)
        unsubscribe()
      },
    }
  }

  /** Writes down what became of a failed attempt; answers what the queue is told: nothing, when another try would be too soon. */
  private async told(claim: Claim, error: unknown, stopping: boolean): Promise<unknown> {
    const { failures } = claim.render
    if (error instanceof Refusal) await this.claims.fail(claim, error.code, error.params)
    else if (faultKind(error) === 'storage-full') return this.putAside(claim, error)
    else if (stopping || faultKind(error) === 'unavailable') await this.claims.giveBack(claim, failures)
    else if (failures + 1 < MOST_FAILURES) await this.claims.giveBack(claim, failures + 1)
    else await this.giveUp(claim, error)
    return error
  }

  private async putAside(claim: Claim, error: unknown): Promise<undefined> {
    this.log.error({ err: error, render: claim.render.id }, 'a render waits: the storage is full')
    await this.claims.awaitRoom(claim)
    return undefined
  }

  private async giveUp(claim: Claim, error: unknown): Promise<void> {
    const number = randomBytes(2).toString('hex').toUpperCase()
    this.log.error({ err: error, number, render: claim.render.id }, 'a render is given up')
    const reason = error instanceof ChildFault ? error.reason : 'died'
    if (reason === 'time') await this.claims.fail(claim, 'render/took-too-long', {})
    else if (reason === 'memory') await this.claims.fail(claim, 'render/too-much-memory', {})
    else await this.claims.fail(claim, 'render/failed', { number })
  }
}

/** Drafts show a box; final files with a character no face has are never made. */
function refuseMissingGlyphs({ render }: Claim, { warnings }: PressResult): void {
  if (render.purpose === 'draft') return
  const chars = warnings.filter((one) => one.code === 'typeset/missing-glyph').map((one) => String(one.params?.char ?? ''))
  if (chars.length > 0) throw invalid('edition/missing-glyphs', { chars: [...new Set(chars)].join('、') })
}
