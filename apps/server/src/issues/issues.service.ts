import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import {
  type Actor,
  type ArrangementRequest,
  conflict,
  type IssueAnswer,
  type IssueChange,
  type IssueLine,
  type IssueRequest,
  type PageQuery,
  pageLimit,
} from '#lib/editorial'
import { actOnce, type Once } from '../people/once.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { uuidIfAny } from '../platform/database/uuid-if-any.js'
import { violated } from '../platform/database/violated.js'
import { staleVersion } from '../platform/http/etag.js'
import { publicationById } from '../publications/publications.service.js'
import { Issue } from './issue.entity.js'
import { IssueAnswers, issueLine } from './issue-answers.js'
import { IssueEditor } from './issue-editor.js'
import { heldIssue, issueById } from './issue-row.js'

/** Issues over HTTP: each change names the version it is based on and answers the issue as it then stands. */
@Injectable()
export class IssuesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly editor: IssueEditor,
    private readonly answers: IssueAnswers,
  ) {}

  async find(id: string, actor: Actor): Promise<IssueAnswer> {
    return this.answers.answer(this.dataSource.manager, await issueById(this.dataSource.manager, id), actor)
  }

  async list(publication: string, query: PageQuery): Promise<{ items: IssueLine[]; next: string | null }> {
    const tx = this.dataSource.manager
    const limit = pageLimit(query)
    const issues = await tx
      .createQueryBuilder(Issue, 'issue')
      .where('issue.publication = :publication', { publication })
      .andWhere(
        query.after === undefined
          ? 'true'
          : `(issue.madeAt, issue.id) < (SELECT made_at, id FROM issues WHERE id = ${uuidIfAny(':after')})`,
        { after: query.after },
      )
      .orderBy('issue.madeAt', 'DESC')
      .addOrderBy('issue.id', 'DESC')
      .limit(limit + 1)
      .getMany()
    const page = issues.slice(0, limit)
    const counts = await countsOf(
      tx,
      page.map((one) => one.id),
    )
    const of = await publicationById(tx, publication)
    return {
      items: page.map((one) => issueLine(of, one, counts.get(one.id) ?? { articles: 0, characters: 0 })),
      next: issues.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  }

  async add(publication: string, wanted: IssueRequest, actor: Actor, once: Once | undefined): Promise<IssueAnswer> {
    return inTransaction(this.dataSource, (tx) =>
      actOnce(tx, once, async () => this.answers.answer(tx, await this.editor.addIn(tx, publication, wanted, actor.id), actor)),
    )
  }

  change(id: string, version: number, wanted: IssueChange, actor: Actor): Promise<IssueAnswer> {
    return this.edit(id, version, actor, (tx, issue) => this.editor.changeIn(tx, issue, wanted, actor.id))
  }

  arrange(id: string, version: number, wanted: ArrangementRequest, actor: Actor): Promise<IssueAnswer> {
    return this.edit(id, version, actor, (tx, issue) => this.editor.arrangeIn(tx, issue, wanted, actor.id))
  }

  /** Removes a draft nobody ever submitted; its number is free again. */
  async remove(id: string, version: number, actor: Actor): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const issue = await heldIssue(tx, id)
      if (issue.version !== version) throw staleVersion(issue.version, { current: await this.answers.answer(tx, issue, actor) })
      await this.editor.removeIn(tx, issue, actor.id)
    }).catch((error: unknown) => {
      throw violated(error, 'review_rounds_issue') || violated(error, 'renders_issue') || violated(error, 'editions_issue')
        ? conflict('issue/already-submitted')
        : error
    })
  }

  /** The answer is made after the commit: it may have proofs read, and nobody else could record anything meanwhile. */
  private async edit(
    id: string,
    version: number,
    actor: Actor,
    work: (tx: EntityManager, issue: Issue) => Promise<Issue>,
  ): Promise<IssueAnswer> {
    await inTransaction(this.dataSource, async (tx) => {
      const issue = await heldIssue(tx, id)
      if (issue.version !== version) throw staleVersion(issue.version, { current: await this.answers.answer(tx, issue, actor) })
      await work(tx, issue)
    })
    return this.find(id, actor)
  }
}

async function countsOf(tx: EntityManager, issues: readonly string[]): Promise<Map<string, { articles: number; characters: number }>> {
  const rows = (await tx.query(
    `SELECT p.issue, count(*)::integer AS articles, sum(v.characters)::integer AS characters FROM issue_articles p
       JOIN article_versions v ON v.article = p.article AND v.number = p.version WHERE p.issue = ANY($1::uuid[]) GROUP BY p.issue`,
    [issues],
  )) as { issue: string; articles: number; characters: number }[]
  return new Map(rows.map(({ issue, articles, characters }) => [issue, { articles, characters }]))
}
