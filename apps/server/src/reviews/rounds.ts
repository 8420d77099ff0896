import { type EntityManager, IsNull } from 'typeorm'
import type { Approval, Change } from '#lib/editorial'
import { ReviewDecision } from './review-decision.entity.js'
import { ReviewRound, type RoundEnding } from './review-round.entity.js'

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

export const asApproval = ({ stage, person, contentHash }: ReviewDecision): Approval => ({ stage, person, contentHash })

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
