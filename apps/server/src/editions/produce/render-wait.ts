import { Injectable } from '@nestjs/common'
import { DataSource, In } from 'typeorm'
import { invalid, type RenderStep } from '#lib/editorial'
import { sleep } from '../../platform/clock.js'
import { Edition } from '../edition.entity.js'
import { Render } from '../render.entity.js'
import { awaitingRoom } from '../render-claims.js'

export interface Progress {
  readonly step: RenderStep | 'queued'
  readonly pages: number | null
}

const LOOK_MS = 60

/** Watches a render until it is over: the row is asked, so nothing can be missed. */
@Injectable()
export class RenderWait {
  constructor(private readonly dataSource: DataSource) {}

  /** Refuses with the render's own sentence when it failed for a reason the person can act on; a fault of ours stays a fault. An aborted wait cancels the render. */
  async until(id: string, onProgress: (progress: Progress) => void, signal?: AbortSignal): Promise<Edition> {
    let told = ''
    for (;;) {
      if (signal?.aborted === true) await this.giveUp(id)
      signal?.throwIfAborted()
      const render = await this.dataSource.manager.findOneByOrFail(Render, { id })
      if (render.state === 'done') return this.dataSource.manager.findOneByOrFail(Edition, { id: render.edition ?? '' })
      if (render.errorCode === awaitingRoom) return this.refuseFull(id)
      if (render.state === 'failed' || render.state === 'cancelled') throw failureOf(render)
      const progress = { step: render.step ?? 'queued', pages: render.pages } as const
      if (told !== JSON.stringify(progress)) onProgress(progress)
      told = JSON.stringify(progress)
      await sleep(LOOK_MS)
    }
  }

  /** Whoever waits at a terminal is told at once that the disk is full. */
  private async refuseFull(id: string): Promise<never> {
    await this.giveUp(id)
    throw invalid('http/storage-full')
  }

  private async giveUp(id: string): Promise<void> {
    const end = { state: 'cancelled', errorCode: 'render/cancelled', errorParams: {}, finishedAt: () => 'now()' } as const
    await this.dataSource.manager.update(Render, { id, state: In(['queued', 'running']) }, end)
  }
}

const failureOf = ({ errorCode, errorParams }: Render): Error =>
  errorCode === null || errorCode === 'render/failed'
    ? new Error(`the render failed (${String(errorParams.number ?? '')})`)
    : invalid(errorCode, errorParams)
