import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { changesBetween, type MoveFacts } from '#lib/editorial'
import type { Issue } from '../issues/issue.entity.js'
import { IssueEditor } from '../issues/issue-editor.js'
import { MoveBook, type MoveOutcome, type Moving } from '../issues/move-book.js'
import { PressOrders } from '../issues/press-orders.js'
import { publicationById } from '../publications/publications.service.js'
import { openCommentsOf } from './comments/open-comments.js'
import { type DecisionKind, ReviewDecision } from './review-decision.entity.js'
import { exceptionHolds } from './review-exceptions.js'
import { ReviewRound, type RoundEnding } from './review-round.entity.js'
import {
  asApproval,
  endRound,
  lastRound,
  openDeadline,
  openRound,
  roundAtHand,
  stagesNow,
  standingApprovals,
  untickedPoints,
} from './rounds.js'

/** What each move of an issue means for its review: rounds open and close, decisions are bound to the content submitted. */
@Injectable()
export class ReviewMoves {
  constructor(
    book: MoveBook,
    private readonly orders: PressOrders,
    private readonly editor: IssueEditor,
  ) {
    book.addFacts((tx, issue) => this.facts(tx, issue))
    book.addEffect('submit', (tx, moving) => this.submit(tx, moving))
    book.addEffect('approve', (tx, moving) => this.approve(tx, moving))
    book.addEffect('withdraw', (tx, moving) => this.withdraw(tx, moving))
    book.addEffect('edit', (tx, moving) => this.edit(tx, moving))
    book.addEffect('return', async (tx, moving) => {
      const round = await roundAtHand(tx, moving.issue.id)
      await decideIn(tx, moving, round, 'return')
      const { detail } = await end(tx, moving, 'returned')
      return { detail: { ...detail, stage: stageName(round, moving.issue.stage), contentHash: round.contentHash } }
    })
    book.addEffect('pull-back', (tx, moving) => end(tx, moving, 'pulled-back'))
    book.addEffect('correct', async (tx, moving) => ({ ...(await end(tx, moving, 'corrected')), edition: moving.issue.edition + 1 }))
  }

  private async facts(tx: EntityManager, issue: Issue): Promise<Partial<MoveFacts>> {
    const round = await openRound(tx, issue.id)
    if (round === null) return {}
    const approvals = await standingApprovals(tx, round.id)
    return {
      stages: await stagesNow(tx, round),
      approvals: approvals.map(asApproval),
      samePersonAllowed: await exceptionHolds(tx, issue),
      openComments: await commentsInTheWay(tx, issue),
      checklistOpen: await untickedPoints(tx, round, issue.stage),
    }
  }

  /** Fixes the content: from here on reviewers speak about exactly this order. */
  private async submit(tx: EntityManager, { issue, mover }: Moving): Promise<MoveOutcome> {
    await this.editor.lendHand(tx, issue.id, mover.person)
    const order = await this.orders.assemble(tx, issue)
    const contentHash = await this.orders.keep(order)
    const before = await lastRound(tx, issue.id)
    const changes = before === null ? [] : changesBetween(await this.orders.read(before.contentHash), order)
    const { stages } = await publicationById(tx, issue.publication)
    const number = (before?.number ?? 0) + 1
    const round = { id: randomUUID(), stages }
    await tx.insert(ReviewRound, {
      ...round,
      issue: issue.id,
      number,
      contentHash,
      changes,
      submittedBy: mover.person,
      endChanges: [],
    })
    await openDeadline(tx, round, 0)
    return { contentHash, detail: { round: number, contentHash } }
  }

  private async approve(tx: EntityManager, moving: Moving): Promise<MoveOutcome> {
    const { facts, issue } = moving
    const round = await roundAtHand(tx, issue.id)
    const excepted = facts.editorsOfContent.includes(facts.person) || facts.approvals.some((one) => one.person === facts.person)
    await decideIn(tx, moving, round, 'approve', excepted)
    await openDeadline(tx, round, issue.stage + 1)
    return {
      detail: {
        round: round.number,
        stage: stageName(round, issue.stage),
        contentHash: issue.contentHash,
        ...(excepted ? { excepted } : {}),
      },
    }
  }

  private async withdraw(tx: EntityManager, moving: Moving): Promise<MoveOutcome> {
    const round = await roundAtHand(tx, moving.issue.id)
    const last = (await standingApprovals(tx, round.id)).at(-1)
    if (last === undefined) throw new Error('there is no approval to withdraw')
    await tx.update(ReviewDecision, { id: last.id, withdrawn: false }, { withdrawn: true })
    await decideIn(tx, moving, round, 'withdraw')
    return { detail: { round: round.number, stage: stageName(round, last.stage), contentHash: round.contentHash } }
  }

  /** A change of the issue ends the round and says what changed. */
  private async edit(tx: EntityManager, moving: Moving): Promise<MoveOutcome> {
    if (!moving.moved.voids) return {}
    const round = await roundAtHand(tx, moving.issue.id)
    const changes = changesBetween(await this.orders.read(round.contentHash), await this.orders.assemble(tx, moving.issue))
    await endRound(tx, round, { ending: 'changed', by: moving.mover.person, reason: null, changes })
    return { detail: { round: round.number, voided: moving.facts.approvals.length, changes } }
  }
}

const stageName = (round: ReviewRound, stage: number): string => round.stages[stage]?.name ?? ''

async function decideIn(
  tx: EntityManager,
  { issue, mover, moved }: Moving,
  round: ReviewRound,
  kind: DecisionKind,
  excepted = false,
): Promise<void> {
  if (mover.person === null) throw new Error('only a person reviews')
  const stage = kind === 'withdraw' ? moved.stage : issue.stage
  const { person, reason } = mover
  await tx.insert(ReviewDecision, {
    id: randomUUID(),
    round: round.id,
    stage,
    kind,
    person,
    reason,
    contentHash: round.contentHash,
    excepted,
    withdrawn: false,
  })
}

async function end(tx: EntityManager, { issue, mover, facts }: Moving, ending: RoundEnding): Promise<MoveOutcome> {
  const round = await roundAtHand(tx, issue.id)
  await endRound(tx, round, { ending, by: mover.person, reason: mover.reason })
  return { detail: { round: round.number, voided: facts.approvals.length } }
}

/** Open comments count only where the publication wants them settled first. */
async function commentsInTheWay(tx: EntityManager, issue: Issue): Promise<number> {
  const { resolveFirst } = await publicationById(tx, issue.publication)
  return resolveFirst ? openCommentsOf(tx, issue.id) : 0
}
