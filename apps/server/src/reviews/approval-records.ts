import type { EntityManager } from 'typeorm'
import { personNames } from '../people/person-names.js'
import { openRound, standingApprovals } from './rounds.js'

export interface ApprovalRecord {
  readonly stage: string
  readonly person: string
  readonly at: string
}

/** Who approved the content an issue stands at, stage by stage, by name: for what leaves the house. */
export async function approvalRecords(tx: EntityManager, issue: string, contentHash?: string): Promise<ApprovalRecord[]> {
  const round = await openRound(tx, issue)
  if (round === null || (contentHash !== undefined && round.contentHash !== contentHash)) return []
  const approvals = await standingApprovals(tx, round.id)
  const nameOf = await personNames(
    tx,
    approvals.map((one) => one.person),
  )
  return approvals.map((one) => ({
    stage: round.stages[one.stage]?.name ?? '',
    person: nameOf(one.person)?.name ?? '',
    at: one.at.toISOString(),
  }))
}
