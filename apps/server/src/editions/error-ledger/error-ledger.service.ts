import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { type ErrorLine, type ErrorQuery, type ErrorRates, type ErrorRequest, invalid, missing, pageLimit } from '#lib/editorial'
import { countedCharacters, PASSING_RATE } from '#lib/proof'
import { Article } from '../../articles/article.entity.js'
import { Issue } from '../../issues/issue.entity.js'
import { issueName } from '../../issues/issue-row.js'
import { personNames } from '../../people/person-names.js'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { uuidIfAny } from '../../platform/database/uuid-if-any.js'
import { publicationById } from '../../publications/publications.service.js'
import { TemplateShelf } from '../../publications/template-shelf.js'
import { ConfirmedErrorRow } from './confirmed-error.entity.js'
import { type CountedIssue, issueErrors } from './issue-errors.js'

/** The ledger of confirmed errors, and what they come to. */
@Injectable()
export class ErrorLedger {
  constructor(
    private readonly dataSource: DataSource,
    private readonly templates: TemplateShelf,
    private readonly audit: AuditLog,
  ) {}

  async list(publication: string, query: ErrorQuery): Promise<{ items: ErrorLine[]; next: string | null }> {
    const limit = pageLimit(query)
    const rows = await this.dataSource.manager
      .createQueryBuilder(ConfirmedErrorRow, 'error')
      .where('error.publication = :publication', { publication })
      .andWhere(query.issue === undefined ? 'true' : 'error.issue = :issue', { issue: query.issue })
      .andWhere(
        query.after === undefined
          ? 'true'
          : `(error.at, error.id) < (SELECT at, id FROM confirmed_errors WHERE id = ${uuidIfAny(':after')})`,
        {
          after: query.after,
        },
      )
      .orderBy('error.at', 'DESC')
      .addOrderBy('error.id', 'DESC')
      .limit(limit + 1)
      .getMany()
    const page = rows.slice(0, limit)
    return {
      items: await errorLines(this.dataSource.manager, publication, page),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  }

  /** Refuses: an issue or an article the publication does not have. */
  async add(publication: string, { text, note, page, times, ...rest }: ErrorRequest, by: string): Promise<ErrorLine> {
    return inTransaction(this.dataSource, async (tx) => {
      const known = await tx.existsBy(Issue, { id: rest.issue, publication })
      if (!known || (rest.article !== null && !(await tx.existsBy(Article, { id: rest.article, publication }))))
        throw invalid('issue/unknown-article')
      const id = randomUUID()
      const row = { ...rest, id, publication, word: text, note: note ?? null, page: page ?? null, times: times ?? 1, person: by }
      await tx.insert(ConfirmedErrorRow, row)
      await this.note(tx, publication, rest.issue, { by, act: 'confirm error', detail: { ...rest, text } })
      const [line] = await errorLines(tx, publication, [await tx.findOneByOrFail(ConfirmedErrorRow, { id })])
      if (line === undefined) throw new Error('a confirmed error has no answer')
      return line
    })
  }

  async remove(id: string, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const row = await tx.findOneBy(ConfirmedErrorRow, { id })
      if (row === null) throw missing('proof/error-missing')
      await tx.delete(ConfirmedErrorRow, { id })
      await this.note(tx, row.publication, row.issue, { by, act: 'strike error', detail: { text: row.word, kind: row.kind } })
    })
  }

  /** Every issue that was ever submitted or has an error in the ledger, newest first. */
  async rates(publication: string): Promise<ErrorRates> {
    const tx = this.dataSource.manager
    const rows = await tx.find(ConfirmedErrorRow, { where: { publication }, order: { at: 'ASC' } })
    const issues = await this.countedIssues(tx, publication)
    const items = issues.map((issue) =>
      issueErrors(
        issue,
        rows.filter((row) => row.issue === issue.issue),
      ),
    )
    return { passing: PASSING_RATE.periodical, issues: items }
  }

  private async countedIssues(tx: EntityManager, publication: string): Promise<CountedIssue[]> {
    const of = await publicationById(tx, publication)
    const { page } = this.templates.find(of.style).json as { page: { characters: number; lines: number } }
    const rows = (await tx.query(
      `SELECT i.id, i.year, i.number, i.total_number AS "totalNumber",
         (SELECT e.pages FROM editions e WHERE e.issue = i.id ORDER BY e.purpose = 'release' DESC, e.made_at DESC LIMIT 1) AS pages,
         (SELECT coalesce(sum(v.characters), 0)::integer FROM issue_articles p JOIN article_versions v ON v.article = p.article AND v.number = p.version
          WHERE p.issue = i.id) AS characters
       FROM issues i WHERE i.publication = $1 AND (EXISTS (SELECT 1 FROM review_rounds r WHERE r.issue = i.id) OR EXISTS (SELECT 1 FROM confirmed_errors c WHERE c.issue = i.id))
       ORDER BY i.made_at DESC, i.id LIMIT 200`,
      [publication],
    )) as (Pick<Issue, 'id' | 'year' | 'number' | 'totalNumber'> & { pages: number | null; characters: number })[]
    return rows.map((row) => ({
      issue: row.id,
      name: issueName(of, row),
      characters:
        row.pages === null ? row.characters : countedCharacters({ charactersALine: page.characters, lines: page.lines }, row.pages),
    }))
  }

  private async note(
    tx: EntityManager,
    publication: string,
    issue: string,
    { by, act, detail }: { by: string; act: string; detail: Record<string, unknown> },
  ): Promise<void> {
    await this.audit.record(tx, { person: by, act, object: 'issue', objectId: issue, publication, detail })
  }
}

async function errorLines(tx: EntityManager, publication: string, rows: readonly ConfirmedErrorRow[]): Promise<ErrorLine[]> {
  if (rows.length === 0) return []
  const of = await publicationById(tx, publication)
  const issues = new Map((await tx.findBy(Issue, { id: In(rows.map((row) => row.issue)) })).map((one) => [one.id, issueName(of, one)]))
  const nameOf = await personNames(
    tx,
    rows.map((row) => row.person),
  )
  const titles = (await tx.query(
    'SELECT a.id, v.title FROM articles a JOIN article_versions v ON v.article = a.id AND v.number = a.version WHERE a.id = ANY($1::uuid[])',
    [rows.flatMap((row) => row.article ?? [])],
  )) as { id: string; title: string }[]
  return rows.map(({ word, person, at, ...row }) => ({
    ...row,
    issueName: issues.get(row.issue) ?? '',
    articleTitle: titles.find((one) => one.id === row.article)?.title ?? null,
    text: word,
    by: nameOf(person),
    at: at.toISOString(),
  }))
}
