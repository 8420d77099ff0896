import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import type { RefusalParams } from '#lib/editorial'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import type { PressProgress } from './press-input.js'
import { Render } from './render.entity.js'
import { RenderDesk } from './render-desk.js'

/** A render in one worker's hands. Whoever claims it later has a higher token, and from then on this one can write nothing. */
export interface Claim {
  readonly render: Render
  readonly token: number
}

/** Why a render waits that found the storage full. */
export const awaitingRoom = 'render/storage-full'

/** The state of a render, written only by who holds it. */
@Injectable()
export class RenderClaims {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: RenderDesk,
    private readonly audit: AuditLog,
  ) {}

  /** Takes a render in hand; undefined when nothing is left to do. */
  async claim(id: string): Promise<Claim | undefined> {
    return inTransaction(this.dataSource, async (tx) => {
      const start = {
        state: 'running',
        step: 'compose',
        pages: null,
        errorCode: null,
        errorParams: {},
        attempt: () => 'attempt + 1',
        beatAt: () => 'now()',
      } as const
      const { affected } = await tx.update(Render, { id, state: In(['queued', 'running']) }, start)
      if (affected !== 1) return undefined
      const render = await tx.findOneByOrFail(Render, { id })
      await this.desk.tell(tx, render)
      return { render, token: render.attempt }
    })
  }

  /** Says the worker is alive and how far it is; false when the render is no longer its own. */
  async beat(claim: Claim, progress: Partial<PressProgress>): Promise<boolean> {
    return inTransaction(this.dataSource, async (tx) => {
      const mine = await write(tx, claim, { ...progress, beatAt: () => 'now()' })
      if (mine && progress.step !== undefined) await this.desk.tell(tx, claim.render)
      return mine
    })
  }

  /** Puts it back into the line: the worker stops, or the world was down. */
  async giveBack(claim: Claim, failures: number): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      if (await write(tx, claim, { state: 'queued', step: null, pages: null, failures, beatAt: () => 'now()' }))
        await this.desk.tell(tx, claim.render)
    })
  }

  /** Puts it aside until there is room for its files; the reconciler looks for that. */
  async awaitRoom(claim: Claim): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const waiting = { state: 'queued', step: null, pages: null, errorCode: awaitingRoom, errorParams: {}, beatAt: () => 'now()' } as const
      if (await write(tx, claim, waiting)) await this.desk.tell(tx, claim.render)
    })
  }

  /** The end without files, with the sentence the person reads. */
  async fail(claim: Claim, errorCode: string, errorParams: RefusalParams): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      if (!(await write(tx, claim, { state: 'failed', errorCode, errorParams, finishedAt: () => 'now()' }))) return
      const { id, publication } = claim.render
      await this.desk.tell(tx, claim.render)
      await this.audit.record(tx, {
        person: null,
        act: 'fail render',
        object: 'render',
        objectId: id,
        publication,
        detail: { code: errorCode, params: errorParams },
      })
    })
  }
}

type Change = Parameters<EntityManager['update']>[2]

/** Writes only while the token is the newest and the render is running. */
export async function write(tx: EntityManager, { render, token }: Claim, change: Change): Promise<boolean> {
  const { affected } = await tx.update(
    Render,
    { id: render.id, attempt: token, state: 'running' },
    change as Parameters<typeof tx.update<Render>>[2],
  )
  return affected === 1
}
