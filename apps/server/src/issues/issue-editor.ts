import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type ArrangementRequest, conflict, type IssueChange, type IssueRequest } from '#lib/editorial'
import { AuditLog } from '../platform/audit/audit-log.js'
import { violated } from '../platform/database/violated.js'
import { EventBus } from '../platform/events/event-bus.js'
import { publicationById } from '../publications/publications.service.js'
import { arrange } from './arrangement.js'
import { Issue } from './issue.entity.js'
import { IssueColumnRow } from './issue-column.entity.js'
import { IssueHand } from './issue-hand.entity.js'
import { IssueMover, nobody } from './issue-mover.js'
import { giveNumber } from './numbers.js'

/** What a new issue is to be; `unnumbered` for the command line, where a number may not be known. */
export interface NewIssue extends Omit<IssueRequest, 'totalNumber'> {
  readonly totalNumber?: number | null | undefined
  readonly unnumbered?: boolean
}

/** Makes and changes issues inside a transaction. `by` is null for the command line. Every change is the move “edit”: it voids what was approved. */
@Injectable()
export class IssueEditor {
  constructor(
    private readonly mover: IssueMover,
    private readonly events: EventBus,
    private readonly audit: AuditLog,
  ) {}

  /** A new draft with the publication's columns. Refuses: a number that exists. */
  async addIn(tx: EntityManager, publication: string, wanted: NewIssue, by: string | null): Promise<Issue> {
    const of = await publicationById(tx, publication)
    const given =
      wanted.unnumbered === true
        ? { year: null, number: null, totalNumber: null }
        : await giveNumber(tx, { publication, rule: of.numbering }, wanted)
    const number = { year: given.year, number: given.number, totalNumber: given.totalNumber }
    const facts = {
      date: wanted.date ?? null,
      titleLines: wanted.titleLines ?? [],
      editors: wanted.editors ?? of.editors,
      contact: wanted.contact === undefined ? of.contact : wanted.contact,
    }
    const id = randomUUID()
    await tx.insert(Issue, {
      id,
      publication,
      ...number,
      ...facts,
      state: 'draft',
      stage: 0,
      edition: 1,
      contentHash: null,
      version: 1,
      madeBy: by,
    })
    if (of.columns.length > 0)
      await tx.insert(
        IssueColumnRow,
        of.columns.map((name, position) => ({ issue: id, position, name })),
      )
    await this.lendHand(tx, id, by)
    await this.events.publish(tx, 'issue', { publication, issue: id, version: 1 })
    await this.audit.record(tx, { person: by, act: 'make issue', object: 'issue', objectId: id, publication, detail: { ...number } })
    return tx.findOneByOrFail(Issue, { id })
  }

  /** Refuses: a state that may not be edited, a number that exists. */
  async changeIn(tx: EntityManager, issue: Issue, wanted: IssueChange, by: string | null): Promise<Issue> {
    const number = await this.renumbered(tx, issue, wanted)
    const { year: _, number: __, totalNumber: ___, ...facts } = wanted
    const change = { ...facts, ...number }
    if (Object.keys(change).length > 0) await tx.update(Issue, { id: issue.id }, change)
    await this.lendHand(tx, issue.id, by)
    return this.mover.moveIn(tx, { ...issue, ...change }, 'edit', { ...nobody, person: by })
  }

  /** Refuses: a state that may not be edited, and whatever an arrangement refuses. */
  async arrangeIn(tx: EntityManager, issue: Issue, wanted: ArrangementRequest, by: string | null): Promise<Issue> {
    await arrange(tx, issue, wanted).catch((error: unknown) => {
      throw violated(error, 'issue_articles_once') ? conflict('issue/article-elsewhere', { title: '' }) : error
    })
    await this.lendHand(tx, issue.id, by)
    return this.mover.moveIn(tx, issue, 'edit', { ...nobody, person: by })
  }

  async removeIn(tx: EntityManager, issue: Issue, by: string | null): Promise<void> {
    if (issue.state !== 'draft') throw conflict('issue/already-submitted')
    await tx.delete(Issue, { id: issue.id })
    await this.audit.record(tx, { person: by, act: 'remove issue', object: 'issue', objectId: issue.id, publication: issue.publication })
  }

  /** Whoever changes an issue may not review it. */
  async lendHand(tx: EntityManager, issue: string, by: string | null): Promise<void> {
    if (by !== null) await tx.createQueryBuilder().insert().into(IssueHand).values({ issue, person: by }).orIgnore().execute()
  }

  private async renumbered(
    tx: EntityManager,
    issue: Issue,
    wanted: IssueChange,
  ): Promise<Partial<Pick<Issue, 'year' | 'number' | 'totalNumber'>>> {
    if (wanted.year === undefined && wanted.number === undefined && wanted.totalNumber === undefined) return {}
    const { numbering } = await publicationById(tx, issue.publication)
    const asked = {
      year: wanted.year ?? issue.year ?? undefined,
      number: wanted.number ?? issue.number ?? undefined,
      totalNumber: wanted.totalNumber === undefined ? (issue.totalNumber ?? undefined) : wanted.totalNumber,
    }
    const { year, number, totalNumber } = await giveNumber(tx, { publication: issue.publication, rule: numbering, except: issue.id }, asked)
    return { year, number, totalNumber }
  }
}
