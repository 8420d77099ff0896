import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { type Actor, can, type ReviewTask } from '#lib/editorial'
import { Issue } from '../issues/issue.entity.js'
import { issueName } from '../issues/issue-row.js'
import { editorsOfContent } from '../issues/pins.js'
import { publicationById } from '../publications/publications.service.js'
import { ReviewDeadline } from './review-deadline.entity.js'
import { exceptionHolds } from './review-exceptions.js'
import { openRound, stagesNow, standingApprovals } from './rounds.js'

/** House: more issues under review at once are not looked at by one person. */
const MOST = 100

/** What waits for a reviewer: the open stages they may act in, the nearest day first. */
@Injectable()
export class ReviewTasks {
  constructor(private readonly dataSource: DataSource) {}

  async of(actor: Actor): Promise<ReviewTask[]> {
    const publications = Object.keys(actor.roles).filter((one) => can(actor, 'decide in review', one))
    if (publications.length === 0) return []
    const tx = this.dataSource.manager
    const where = { publication: In(publications), state: 'in-review' as const }
    const issues = await tx.find(Issue, { where, order: { madeAt: 'ASC' }, take: MOST })
    const tasks: ReviewTask[] = []
    for (const issue of issues) tasks.push(...(await taskOf(tx, issue, actor.id)))
    return tasks.sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))
  }
}

/** The open stage of an issue, unless it is another's, or the person edited the content or acted before. */
async function taskOf(tx: EntityManager, issue: Issue, person: string): Promise<ReviewTask[]> {
  const round = await openRound(tx, issue.id)
  const stage = round === null ? undefined : (await stagesNow(tx, round))[issue.stage]
  if (round === null || stage === undefined || (stage.reviewers.length > 0 && !stage.reviewers.includes(person))) return []
  const approvals = await standingApprovals(tx, round.id)
  const acted = approvals.some((one) => one.person === person) || (await editorsOfContent(tx, issue.id)).includes(person)
  if (acted && !(await exceptionHolds(tx, issue))) return []
  const deadline = await tx.findOneBy(ReviewDeadline, { round: round.id, stage: issue.stage })
  const since = approvals.at(-1)?.at ?? round.submittedAt
  return [
    {
      issue: issue.id,
      publication: issue.publication,
      name: issueName(await publicationById(tx, issue.publication), issue),
      stage: issue.stage,
      stageName: stage.name,
      due: deadline?.due ?? null,
      since: since.toISOString(),
      named: stage.reviewers.length > 0,
    },
  ]
}
