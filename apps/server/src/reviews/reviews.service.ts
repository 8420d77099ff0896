import { Injectable } from '@nestjs/common'
import { DataSource, In } from 'typeorm'
import { type Change, conflict, type ReviewAnswer, type RoundAnswer } from '#lib/editorial'
import { issueById } from '../issues/issue-row.js'
import { type NameOf, personNames } from '../people/person-names.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { said } from '../platform/errors/said.js'
import { EventBus } from '../platform/events/event-bus.js'
import { publicationById } from '../publications/publications.service.js'
import { ReviewDecision } from './review-decision.entity.js'
import { ReviewExceptionRow } from './review-exception.entity.js'
import { ReviewRound } from './review-round.entity.js'
import { type StageRecords, stageAnswers, stagePeople, stageRecords } from './stage-answers.js'

/** What was said about an issue, round by round, and the exceptions made for it. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: EventBus,
    private readonly audit: AuditLog,
  ) {}

  async find(issue: string): Promise<ReviewAnswer> {
    const tx = this.dataSource.manager
    const rounds = await tx.find(ReviewRound, { where: { issue }, order: { number: 'ASC' } })
    const decisions =
      rounds.length === 0 ? [] : await tx.find(ReviewDecision, { where: { round: In(rounds.map((one) => one.id)) }, order: { at: 'ASC' } })
    const exception = await tx.findOneBy(ReviewExceptionRow, { issue })
    const records = await stageRecords(tx, rounds)
    const people = [
      ...stagePeople(rounds, records),
      ...rounds.flatMap((one) => [one.submittedBy, one.endedBy]),
      ...decisions.map((one) => one.person),
      exception?.person ?? null,
    ]
    const nameOf = await personNames(tx, people)
    return {
      issue,
      rounds: rounds.map((round) => roundAnswer(round, { decisions: decisions.filter((one) => one.round === round.id), records }, nameOf)),
      exception: exception === null ? null : { by: nameOf(exception.person), reason: exception.reason, at: exception.at.toISOString() },
    }
  }

  /** Lets one person act in several stages of this issue. Refuses: while the publication's switch is off. */
  async grantException(id: string, reason: string, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const issue = await issueById(tx, id)
      if ((await publicationById(tx, issue.publication)).reviewException === null) throw conflict('review/exceptions-off')
      await tx.upsert(ReviewExceptionRow, { issue: id, person: by, reason, at: () => 'now()' }, ['issue'])
      await this.events.publish(tx, 'issue', { publication: issue.publication, issue: id, version: issue.version })
      await this.audit.record(tx, {
        person: by,
        act: 'grant review exception',
        object: 'issue',
        objectId: id,
        publication: issue.publication,
        detail: { reason },
      })
    })
  }

  async takeBackException(id: string, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const issue = await issueById(tx, id)
      const { affected } = await tx.delete(ReviewExceptionRow, { issue: id })
      if (affected === 0) return
      await this.events.publish(tx, 'issue', { publication: issue.publication, issue: id, version: issue.version })
      await this.audit.record(tx, {
        person: by,
        act: 'take back review exception',
        object: 'issue',
        objectId: id,
        publication: issue.publication,
      })
    })
  }
}

interface Said {
  readonly decisions: readonly ReviewDecision[]
  readonly records: StageRecords
}

function roundAnswer(round: ReviewRound, { decisions, records }: Said, nameOf: NameOf): RoundAnswer {
  return {
    number: round.number,
    stages: stageAnswers(round, records, nameOf),
    contentHash: round.contentHash,
    submittedBy: nameOf(round.submittedBy),
    submittedAt: round.submittedAt.toISOString(),
    changes: round.changes.map(spoken),
    decisions: decisions.map((one) => ({
      stage: one.stage,
      stageName: round.stages[one.stage]?.name ?? '',
      kind: one.kind,
      person: nameOf(one.person) ?? { id: one.person, name: '' },
      reason: one.reason,
      at: one.at.toISOString(),
      counts: one.kind === 'approve' && !one.withdrawn && round.ending === null,
      excepted: one.excepted,
    })),
    ending: round.ending,
    endedBy: nameOf(round.endedBy),
    endedAt: round.endedAt?.toISOString() ?? null,
    endReason: round.endReason,
    endChanges: round.endChanges.map(spoken),
  }
}

const spoken = ({ code, params }: Change): { code: string; message: string } => ({ code, message: said(code, params) })
