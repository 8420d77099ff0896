import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import {
  type Actor,
  actOfMove,
  can,
  decide,
  forbidden,
  type GuardName,
  type Hindrance,
  hindrances,
  type IssueState,
  type Move,
  type MoveFacts,
  stepFor,
  workflow,
} from '#lib/editorial'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { EventBus } from '../platform/events/event-bus.js'
import { ProofsService } from '../proofs/proofs.service.js'
import { publicationById } from '../publications/publications.service.js'
import { Issue } from './issue.entity.js'
import { heldIssue } from './issue-row.js'
import { MoveBook, type MoveOutcome, type Mover as MoverFacts } from './move-book.js'
import { editorsOfContent, pinsOf } from './pins.js'

export const nobody: MoverFacts = { person: null, reason: null, seenHash: null }

/** Moves an issue through its life: one transaction that holds the row, asks the table, lets each room do its part, and records it. */
@Injectable()
export class IssueMover {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: MoveBook,
    private readonly proofs: ProofsService,
    private readonly events: EventBus,
    private readonly audit: AuditLog,
  ) {}

  /** A person's own move. Refuses: a role without the right, a state without the move, and every guard of the table. */
  async move(id: string, move: Move, actor: Actor, said: Omit<MoverFacts, 'person'>): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const issue = await heldIssue(tx, id)
      const by = actOfMove(move)
      if (by === 'worker' || !can(actor, by, issue.publication)) throw forbidden('people/not-allowed')
      await this.moveIn(tx, issue, move, { ...said, person: actor.id })
    })
  }

  /** A move inside a transaction that already holds the issue's row; the role has been asked for. Answers the row as it stands afterwards. */
  async moveIn(tx: EntityManager, issue: Issue, move: Move, mover: MoverFacts): Promise<Issue> {
    const facts = await this.facts(tx, issue, mover, needsOf(issue.state, move))
    const moved = decide(issue.state, move, facts)
    const outcome = await this.book.follow(tx, { issue, move, mover, facts, moved })
    const after = await this.write(tx, issue, {
      state: moved.state,
      stage: moved.stage,
      ...hashAfter(moved.state, issue, outcome),
      edition: outcome.edition ?? issue.edition,
    })
    await this.events.publish(tx, 'issue', { publication: issue.publication, issue: issue.id, version: after.version })
    const detail = { from: issue.state, to: moved.state, stage: moved.stage, reason: mover.reason ?? undefined, ...outcome.detail }
    await this.audit.record(tx, {
      person: mover.person,
      act: `${move} issue`,
      object: 'issue',
      objectId: issue.id,
      publication: issue.publication,
      detail,
    })
    return after
  }

  /** What a person may do with an issue now, and what still stands in the way of each. */
  async possible(tx: EntityManager, issue: Issue, actor: Actor): Promise<{ move: Move; hindrances: Hindrance[] }[]> {
    const open = (Object.keys(workflow[issue.state]) as Move[]).filter((move) => {
      const { by } = stepFor(issue.state, move)
      return by !== 'worker' && can(actor, by, issue.publication)
    })
    if (open.length === 0) return []
    const supposed = { person: actor.id, reason: '…', seenHash: issue.contentHash }
    const facts = await this.facts(tx, issue, supposed, new Set(open.flatMap((move) => [...needsOf(issue.state, move)])))
    return open.map((move) => ({ move, hindrances: hindrances(issue.state, move, facts) }))
  }

  /** Only what the move asks for is looked up: proofreading is not done for an approval. */
  private async facts(tx: EntityManager, issue: Issue, mover: MoverFacts, needs: ReadonlySet<GuardName>): Promise<MoveFacts> {
    const { stages } = await publicationById(tx, issue.publication)
    const pins = await pinsOf(tx, issue.id)
    const proof =
      needs.has('sources complete') || needs.has('nothing blocking')
        ? await this.proofs.standing(tx, pins, { publication: issue.publication, issueDate: issue.date ?? yearText(issue.year) })
        : { sourceGaps: [], blockingFindings: 0 }
    const editors = needs.has('not an editor of it') ? await editorsOfContent(tx, issue.id) : []
    const own = {
      articles: pins.length,
      numbered: issue.number !== null,
      stages,
      stage: issue.stage,
      editorsOfContent: editors,
      contentHash: issue.contentHash ?? '',
      ...proof,
    }
    const unknown = { approvals: [], samePersonAllowed: false, filesMade: [], openComments: 0, checklistOpen: 0 }
    return {
      ...unknown,
      ...own,
      ...(await this.book.facts(tx, issue)),
      person: mover.person ?? '',
      reason: mover.reason,
      seenHash: mover.seenHash,
    }
  }

  private async write(tx: EntityManager, issue: Issue, change: Pick<Issue, 'state' | 'stage' | 'contentHash' | 'edition'>): Promise<Issue> {
    const { affected } = await tx.update(Issue, { id: issue.id, version: issue.version }, { ...change, version: issue.version + 1 })
    if (affected !== 1) throw new Error('an issue changed while its row was held')
    return { ...issue, ...change, version: issue.version + 1 }
  }
}

const yearText = (year: number | null): string | null => (year === null ? null : String(year))

const needsOf = (state: IssueState, move: Move): ReadonlySet<GuardName> => new Set(workflow[state][move]?.needs)

/** A draft has no content fixed; submission fixes it, and it stays until the next draft. */
const hashAfter = (state: IssueState, issue: Issue, outcome: MoveOutcome): { contentHash: string | null } => ({
  contentHash: state === 'draft' ? null : (outcome.contentHash ?? issue.contentHash),
})
