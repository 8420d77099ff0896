import { type EntityManager, In } from 'typeorm'
import type { StageAnswer } from '#lib/editorial'
import type { NameOf } from '../people/person-names.js'
import { ReviewDeadline } from './review-deadline.entity.js'
import { ReviewDelegation } from './review-delegation.entity.js'
import type { ReviewRound } from './review-round.entity.js'
import { ReviewTick } from './review-tick.entity.js'

/** What was written about the stages of some rounds. */
export interface StageRecords {
  readonly deadlines: readonly ReviewDeadline[]
  readonly delegations: readonly ReviewDelegation[]
  readonly ticks: readonly ReviewTick[]
}

export async function stageRecords(tx: EntityManager, rounds: readonly ReviewRound[]): Promise<StageRecords> {
  if (rounds.length === 0) return { deadlines: [], delegations: [], ticks: [] }
  const round = In(rounds.map((one) => one.id))
  return {
    deadlines: await tx.findBy(ReviewDeadline, { round }),
    delegations: await tx.find(ReviewDelegation, { where: { round }, order: { at: 'ASC' } }),
    ticks: await tx.findBy(ReviewTick, { round }),
  }
}

/** Everyone whose name the stages need. */
export const stagePeople = (rounds: readonly ReviewRound[], { delegations, ticks }: StageRecords): string[] => [
  ...rounds.flatMap((round) => round.stages.flatMap((stage) => stage.reviewers)),
  ...delegations.flatMap((one) => [one.by, one.delegate]),
  ...ticks.map((one) => one.person),
]

/** The stages of a round with who may act in each now, until when, and what was ticked. */
export const stageAnswers = (round: ReviewRound, records: StageRecords, nameOf: NameOf): StageAnswer[] =>
  round.stages.map((stage, at) => {
    const here = <Row extends { round: string; stage: number }>(rows: readonly Row[]): Row[] =>
      rows.filter((row) => row.round === round.id && row.stage === at)
    const delegated = here(records.delegations)
    const last = delegated.at(-1)
    const ticks = here(records.ticks)
    const named = (id: string): { id: string; name: string } => nameOf(id) ?? { id, name: '' }
    return {
      name: stage.name,
      reviewers: (last === undefined ? stage.reviewers : [last.delegate]).map(named),
      due: here(records.deadlines)[0]?.due ?? null,
      checklist: (stage.checklist ?? []).map((text, item) => {
        const tick = ticks.find((one) => one.item === item)
        return { text, by: tick === undefined ? null : nameOf(tick.person), at: tick?.at.toISOString() ?? null }
      }),
      delegated: delegated.map((one) => ({
        from: nameOf(one.by),
        to: named(one.delegate),
        reason: one.reason,
        at: one.at.toISOString(),
      })),
    }
  })
