import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { FILES, type FileStore } from '../platform/files/file-store.js'
import { Reconcilers } from '../platform/reconcile/reconcilers.js'
import type { Render } from './render.entity.js'
import { awaitingRoom } from './render-claims.js'
import { RenderDesk } from './render-desk.js'

/** House: a running render beats every 2 s, so 10 s of silence is a dead worker; a queued one is rung again after 20 s in case the queue lost it. */
const SILENCE = { running: '10 seconds', queued: '20 seconds' }

/** House: an issue with pictures has some MB; one that finds even this too little is put aside again, some seconds at a time. */
const ROOM = { bytes: 8 * 1024 * 1024, silence: '3 seconds' }

/** Looks for renders the tables say are due and the queue may have lost, and rings again. */
@Injectable()
export class RenderReconciler {
  constructor(
    reconcilers: Reconcilers,
    private readonly desk: RenderDesk,
    @Inject(FILES) private readonly files: FileStore,
  ) {
    reconcilers.add({ name: 'renders', run: (tx) => this.run(tx) })
  }

  private async run(tx: EntityManager): Promise<number> {
    const [due] = (await tx.query(
      `UPDATE renders SET beat_at = now() WHERE id IN (
         SELECT id FROM renders WHERE (state = 'running' AND beat_at < now() - $1::interval)
           OR (state = 'queued' AND error_code IS DISTINCT FROM $3 AND beat_at < now() - $2::interval)
           OR (state = 'queued' AND error_code = $3 AND $4 AND beat_at < now() - $5::interval)
         ORDER BY beat_at LIMIT 200 FOR UPDATE SKIP LOCKED) RETURNING id, rings`,
      [SILENCE.running, SILENCE.queued, awaitingRoom, (await this.files.room()) >= ROOM.bytes, ROOM.silence],
    )) as [Pick<Render, 'id' | 'rings'>[], number]
    for (const render of due) await this.desk.ring(tx, render)
    return due.length
  }
}
