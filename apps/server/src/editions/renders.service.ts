import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { type Actor, can, conflict, forbidden, missing, type RenderAnswer } from '#lib/editorial'
import { IssueMover, nobody } from '../issues/issue-mover.js'
import { heldIssue } from '../issues/issue-row.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { Edition } from './edition.entity.js'
import { Render } from './render.entity.js'
import { renderAnswers } from './render-answer.js'
import { RenderDesk, type Wish } from './render-desk.js'

/** Renders over HTTP and for the command line: asked for, looked at, cancelled. */
@Injectable()
export class RendersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: RenderDesk,
    private readonly mover: IssueMover,
    private readonly audit: AuditLog,
  ) {}

  /** Refuses: a draft to who may not render, a release render of content not approved, and whatever the desk refuses. */
  async request(issue: string, purpose: 'draft' | 'release', actor: Actor): Promise<RenderAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const held = await heldIssue(tx, issue)
      if (!can(actor, purpose === 'draft' ? 'render drafts' : 'render for release', held.publication)) throw forbidden('people/not-allowed')
      const render = await this.requestIn(tx, issue, { purpose, by: actor.id })
      const [answer] = await renderAnswers(tx, [render])
      if (answer === undefined) throw new Error('a render has no answer')
      return answer
    })
  }

  /** The wish itself, in a transaction; a release passes through the workflow's move “render”. */
  async requestIn(tx: EntityManager, id: string, wish: Wish): Promise<Render> {
    const { purpose, by } = wish
    if (purpose === 'release') return this.requestRelease(tx, id, by)
    const issue = await heldIssue(tx, id)
    const render = await this.desk.wish(tx, issue, wish)
    await this.audit.record(tx, {
      person: by,
      act: 'ask for render',
      object: 'issue',
      objectId: id,
      publication: issue.publication,
      detail: { render: render.id, purpose },
    })
    return render
  }

  async find(id: string): Promise<RenderAnswer> {
    const render = await this.dataSource.manager.findOneBy(Render, { id })
    const [answer] = render === null ? [] : await renderAnswers(this.dataSource.manager, [render])
    if (answer === undefined) throw missing('render/missing')
    return answer
  }

  async ofIssue(issue: string): Promise<RenderAnswer[]> {
    return renderAnswers(
      this.dataSource.manager,
      await this.dataSource.manager.find(Render, { where: { issue }, order: { requestedAt: 'DESC' }, take: 100 }),
    )
  }

  /** Refuses: a render that is over. Its worker notices within seconds. */
  async cancel(id: string, actor: Actor): Promise<RenderAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const render = await tx.findOneBy(Render, { id })
      if (render === null) throw missing('render/missing')
      if (!can(actor, render.purpose === 'draft' ? 'render drafts' : 'render for release', render.publication))
        throw forbidden('people/not-allowed')
      const end = { state: 'cancelled', errorCode: 'render/cancelled', errorParams: {}, finishedAt: () => 'now()' } as const
      const { affected } = await tx.update(Render, { id, state: In(['queued', 'running']) }, end)
      if (affected !== 1) throw conflict('render/not-running')
      await this.desk.tell(tx, render)
      await this.audit.record(tx, {
        person: actor.id,
        act: 'cancel render',
        object: 'render',
        objectId: id,
        publication: render.publication,
      })
      const [answer] = await renderAnswers(tx, [await tx.findOneByOrFail(Render, { id })])
      if (answer === undefined) throw new Error('a render has no answer')
      return answer
    })
  }

  private async requestRelease(tx: EntityManager, id: string, by: string | null): Promise<Render> {
    const issue = await this.mover.moveIn(tx, await heldIssue(tx, id), 'render', { ...nobody, person: by })
    const render = await tx.findOneByOrFail(Render, { issue: id, purpose: 'release', contentHash: issue.contentHash ?? '' })
    const made = render.state === 'done' && issue.state === 'approved' && (await tx.existsBy(Edition, { id: render.edition ?? '' }))
    if (made) await this.mover.moveIn(tx, issue, 'finish-render', nobody)
    return render
  }
}
