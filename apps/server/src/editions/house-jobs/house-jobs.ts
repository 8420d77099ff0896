import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { conflict, missing, type RenderAnswer, type RenderState } from '#lib/editorial'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { uuidIfAny } from '../../platform/database/uuid-if-any.js'
import { Render } from '../render.entity.js'
import { renderAnswers } from '../render-answer.js'
import { RenderDesk } from '../render-desk.js'

/** House: more waiting than this is a matter for the metrics, not for a list. */
const MOST = 1000

/** What waits, runs, or needs somebody. */
const open: readonly RenderState[] = ['queued', 'running', 'failed']

/** The renders of the whole house, for whoever keeps it running: the tables' word, whatever the queue thinks. */
@Injectable()
export class HouseJobs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: RenderDesk,
    private readonly audit: AuditLog,
  ) {}

  /** Those waiting, running or failed, the oldest first; or those of one state, the latest first. */
  list(state: RenderState | undefined, most = MOST): Promise<Render[]> {
    return this.dataSource.manager.find(Render, {
      where: { state: In(state === undefined ? [...open] : [state]) },
      order: { requestedAt: state === undefined ? 'ASC' : 'DESC', id: 'ASC' },
      take: most,
    })
  }

  async answers(state: RenderState | undefined): Promise<RenderAnswer[]> {
    return renderAnswers(this.dataSource.manager, await this.list(state, 200))
  }

  /** Asks again for one that failed or was cancelled. Refuses an id there is not, and any other state. */
  retry(id: string, by: string | null): Promise<RenderAnswer> {
    return this.change({ id, by, act: 'retry render', from: ['failed', 'cancelled'] }, async (tx, render) => {
      const fresh = { state: 'queued', step: null, pages: null, failures: 0, errorCode: null, errorParams: {}, finishedAt: null } as const
      await tx.update(Render, { id }, { ...fresh, rings: render.rings + 1, beatAt: () => 'now()' })
      await this.desk.ring(tx, { id, rings: render.rings + 1 })
    })
  }

  /** Its worker notices within seconds. Refuses an id there is not, and one that is over. */
  cancel(id: string, by: string | null): Promise<RenderAnswer> {
    return this.change({ id, by, act: 'cancel render', from: ['queued', 'running'] }, async (tx) => {
      const end = { state: 'cancelled', errorCode: 'render/cancelled', errorParams: {}, finishedAt: () => 'now()' } as const
      await tx.update(Render, { id }, end)
    })
  }

  /** Holds the row, acts, tells the desk and records it, in one transaction. */
  private change(
    { id, by, act, from }: { id: string; by: string | null; act: string; from: readonly RenderState[] },
    work: (tx: EntityManager, render: Render) => Promise<void>,
  ): Promise<RenderAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const render = await tx
        .createQueryBuilder(Render, 'render')
        .setLock('pessimistic_write')
        .where(`render.id = ${uuidIfAny(':id')}`, { id })
        .getOne()
      if (render === null) throw missing('render/missing')
      if (!from.includes(render.state)) throw conflict('command/job-state', { state: render.state })
      await work(tx, render)
      await this.desk.tell(tx, render)
      const [answer] = await renderAnswers(tx, [await tx.findOneByOrFail(Render, { id: render.id })])
      await this.audit.record(tx, { person: by, act, object: 'render', objectId: id, publication: render.publication })
      if (answer === undefined) throw new Error('a render has no answer')
      return answer
    })
  }
}
