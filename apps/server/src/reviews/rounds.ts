import { type EntityManager, IsNull } from 'typeorm'
import type { Approval, Change, ReviewStage } from '#lib/editorial'
import { ReviewDeadline } from './review-deadline.entity.js'
import { ReviewDecision } from './review-decision.entity.js'
import { ReviewDelegation } from './review-delegation.entity.js'
import { ReviewRound, type RoundEnding } from './review-round.entity.js'
import { ReviewTick } from './review-tick.entity.js'

/** The round that is open, if the issue was submitted. */
export const openRound = (tx: EntityManager, issue: string): Promise<ReviewRound | null> =>
  tx.findOneBy(ReviewRound, { issue, ending: IsNull() })

/** The round that must be open when reviewers act. */
export async function roundAtHand(tx: EntityManager, issue: string): Promise<ReviewRound> {
  const round = await openRound(tx, issue)
  if (round === null) throw new Error('an issue under review has no open round')
  return round
}

export const lastRound = (tx: EntityManager, issue: string): Promise<ReviewRound | null> =>
  tx.findOne(ReviewRound, { where: { issue }, order: { number: 'DESC' } })

/** Approvals of a round that were not taken back, first stage first. */
export const standingApprovals = (tx: EntityManager, round: string): Promise<ReviewDecision[]> =>
  tx.find(ReviewDecision, { where: { round, kind: 'approve', withdrawn: false }, order: { stage: 'ASC' } })

export const asApproval = ({ stage, person, contentHash, excepted }: ReviewDecision): Approval => ({ stage, person, contentHash, excepted })

export interface End {
  readonly ending: RoundEnding
  readonly by: string | null
  readonly reason: string | null
  readonly changes?: readonly Change[]
}

/** Closes a round; its approvals no longer count for anything. */
export async function endRound(tx: EntityManager, round: ReviewRound, { ending, by, reason, changes = [] }: End): Promise<void> {
  const { affected } = await tx.update(
    ReviewRound,
    { id: round.id, ending: IsNull() },
    { ending, endedBy: by, endedAt: () => 'now()', endReason: reason, endChanges: [...changes] },
  )
  if (affected !== 1) throw new Error('a round of review ended twice')
}

/** The stages of a round as they stand: one that was handed on belongs to whom it was handed last. */
export async function stagesNow(tx: EntityManager, round: ReviewRound): Promise<ReviewStage[]> {
  const delegations = await tx.find(ReviewDelegation, { where: { round: round.id }, order: { at: 'ASC' } })
  return round.stages.map((stage, at) => {
    const last = delegations.filter((one) => one.stage === at).at(-1)
    return last === undefined ? stage : { ...stage, reviewers: [last.delegate] }
  })
}

/** Points of a stage's checklist nobody ticked yet. */
export async function untickedPoints(tx: EntityManager, round: ReviewRound, stage: number): Promise<number> {
  const points = round.stages[stage]?.checklist?.length ?? 0
  return points === 0 ? 0 : points - (await tx.countBy(ReviewTick, { round: round.id, stage }))
}

/** Gives the stage that opens its day: so many days from today in China, where the publication says so and nobody set one. */
export async function openDeadline(tx: EntityManager, round: Pick<ReviewRound, 'id' | 'stages'>, stage: number): Promise<void> {
  const days = round.stages[stage]?.days ?? null
  if (days === null) return
  const due = (): string => `(now() AT TIME ZONE 'Asia/Shanghai')::date + ${days}`
  await tx.createQueryBuilder().insert().into(ReviewDeadline).values({ round: round.id, stage, due }).orIgnore().execute()
}
