import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type Actor, can, conflict, type DeadlineRequest, forbidden, invalid } from '#lib/editorial'
import type { Issue } from '../issues/issue.entity.js'
import { heldIssue } from '../issues/issue-row.js'
import { editorsOfContent } from '../issues/pins.js'
import { Membership } from '../people/membership.entity.js'
import { Person } from '../people/person.entity.js'
import { personNames } from '../people/person-names.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { EventBus } from '../platform/events/event-bus.js'
import { ReviewDeadline } from './review-deadline.entity.js'
import { ReviewDelegation } from './review-delegation.entity.js'
import { exceptionHolds } from './review-exceptions.js'
import type { ReviewRound } from './review-round.entity.js'
import { ReviewTick } from './review-tick.entity.js'
import { openRound, stagesNow, standingApprovals } from './rounds.js'

interface AtWork {
  readonly issue: Issue
  readonly round: ReviewRound
}

/** What is done about the stages of an open round beside deciding: handing on, setting a day, ticking points. */
@Injectable()
export class StageWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: EventBus,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Hands the open stage to another reviewer. Open to who may act in it, and to administrators.
   * Refuses: somebody who is no reviewer here, edited the content, or acted in an earlier stage.
   */
  async delegate(id: string, to: string, reason: string, actor: Actor): Promise<void> {
    await this.inRound(
      id,
      async (tx, { issue, round }) => {
        await refuseStranger(tx, { issue, round }, actor)
        await refuseUnfit(tx, { issue, round }, to)
        await tx.insert(ReviewDelegation, { id: randomUUID(), round: round.id, stage: issue.stage, by: actor.id, delegate: to, reason })
        const { name } = (await personNames(tx, [to]))(to) ?? { name: '' }
        return { act: 'delegate review', detail: { round: round.number, stage: stageName(round, issue.stage), to, name, reason } }
      },
      actor,
    )
  }

  /** Sets or takes away the day of a stage that is still to be passed. */
  async setDeadline(id: string, { stage, due }: DeadlineRequest, actor: Actor): Promise<void> {
    await this.inRound(
      id,
      async (tx, { issue, round }) => {
        if (stage < issue.stage || stage >= round.stages.length) throw conflict('review/stage-passed')
        if (due === null) await tx.delete(ReviewDeadline, { round: round.id, stage })
        else await tx.upsert(ReviewDeadline, { round: round.id, stage, due }, ['round', 'stage'])
        return { act: 'set review deadline', detail: { round: round.number, stage: stageName(round, stage), due } }
      },
      actor,
    )
  }

  /** Ticks a point of the open stage, or takes the tick away. Refuses: who may not act in it, a point that is not there. */
  async tick(id: string, item: number, done: boolean, actor: Actor): Promise<void> {
    await this.inRound(
      id,
      async (tx, { issue, round }) => {
        const point = round.stages[issue.stage]?.checklist?.[item]
        if (point === undefined) throw invalid('review/no-such-point')
        const reviewers = await reviewersNow(tx, round, issue.stage)
        if (reviewers.length > 0 && !reviewers.includes(actor.id))
          throw forbidden('review/not-your-stage', { stage: stageName(round, issue.stage) })
        await refusePartial(tx, { issue, round }, actor.id)
        const key = { round: round.id, stage: issue.stage, item }
        await tx.delete(ReviewTick, key)
        if (done) await tx.insert(ReviewTick, { ...key, person: actor.id })
        const act = done ? 'tick review point' : 'untick review point'
        return { act, detail: { round: round.number, stage: stageName(round, issue.stage), point } }
      },
      actor,
    )
  }

  private async inRound(
    id: string,
    work: (tx: EntityManager, at: AtWork) => Promise<{ act: string; detail: Record<string, unknown> }>,
    actor: Actor,
  ): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const issue = await heldIssue(tx, id)
      const round = await openRound(tx, id)
      if (round === null || issue.state !== 'in-review') throw conflict('review/not-in-review')
      const { act, detail } = await work(tx, { issue, round })
      await this.events.publish(tx, 'issue', { publication: issue.publication, issue: id, version: issue.version })
      await this.audit.record(tx, { person: actor.id, act, object: 'issue', objectId: id, publication: issue.publication, detail })
    })
  }
}

/** Who may act in a stage now; empty for every reviewer. */
const reviewersNow = async (tx: EntityManager, round: ReviewRound, stage: number): Promise<readonly string[]> =>
  (await stagesNow(tx, round))[stage]?.reviewers ?? []

const stageName = (round: ReviewRound, stage: number): string => round.stages[stage]?.name ?? ''

/** Whoever may act in the stage, or an administrator. */
async function refuseStranger(tx: EntityManager, { issue, round }: AtWork, actor: Actor): Promise<void> {
  if (can(actor, 'grant review exceptions', issue.publication)) return
  const reviewers = await reviewersNow(tx, round, issue.stage)
  const acts = can(actor, 'decide in review', issue.publication) && (reviewers.length === 0 || reviewers.includes(actor.id))
  if (!acts) throw forbidden('review/not-your-stage', { stage: stageName(round, issue.stage) })
}

/** Ticking is reviewing: not for who edited the content or acted in an earlier stage. */
async function refusePartial(tx: EntityManager, { issue, round }: AtWork, person: string): Promise<void> {
  if (await exceptionHolds(tx, issue)) return
  if ((await editorsOfContent(tx, issue.id)).includes(person)) throw forbidden('review/own-content')
  const earlier = (await standingApprovals(tx, round.id)).find((one) => one.person === person)
  if (earlier !== undefined) throw forbidden('review/same-person', { stage: stageName(round, earlier.stage) })
}

/** The one it is handed to must be able to act. */
async function refuseUnfit(tx: EntityManager, { issue, round }: AtWork, to: string): Promise<void> {
  const works = await tx.existsBy(Person, { id: to, disabled: false })
  if (!works || !(await tx.existsBy(Membership, { publication: issue.publication, person: to, role: 'reviewer' })))
    throw invalid('review/not-a-reviewer')
  if (await exceptionHolds(tx, issue)) return
  const { name } = (await personNames(tx, [to]))(to) ?? { name: '' }
  if ((await editorsOfContent(tx, issue.id)).includes(to)) throw conflict('review/delegate-edited', { name })
  if ((await standingApprovals(tx, round.id)).some((one) => one.person === to)) throw conflict('review/delegate-acted', { name })
}
