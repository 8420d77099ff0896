import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { type FlowSheet, flowLines, type LogLine, messageText, missing, standingByLog } from '#lib/editorial'
import { articleRow } from '../../articles/article-answer.js'
import type { Issue } from '../../issues/issue.entity.js'
import { issueById, issueName } from '../../issues/issue-row.js'
import { pinsOf } from '../../issues/pins.js'
import { personNames } from '../../people/person-names.js'
import { FindingSettlement } from '../../proofs/finding-settlement.entity.js'
import { SourceSignOff } from '../../proofs/source-sign-off.entity.js'
import { type Publication } from '../../publications/publication.entity.js'
import { publicationById } from '../../publications/publications.service.js'
import { Comment } from '../../reviews/comments/comment.entity.js'
import { ReviewExceptionRow } from '../../reviews/review-exception.entity.js'
import { lastRound } from '../../reviews/rounds.js'
import { logOf } from './flow-sheet-log.js'

/** Writes the 审校流程单 of an issue or an article out of the audit. */
@Injectable()
export class FlowSheets {
  constructor(private readonly dataSource: DataSource) {}

  async ofIssue(id: string): Promise<FlowSheet> {
    const tx = this.dataSource.manager
    const issue = await issueById(tx, id)
    const publication = await publicationById(tx, issue.publication)
    const log = await logOf(tx, issue.publication, [id])
    const articles = (await pinsOf(tx, id)).map(({ article, title }) => ({ article, title }))
    const subject = issueName(publication, issue)
    return { subject, kind: 'issue', issue: id, article: null, ...(await this.rest(tx, { publication, issue, log, articles })) }
  }

  /** The article's own log, and the review of the issue it stands in. */
  async ofArticle(id: string): Promise<FlowSheet> {
    const tx = this.dataSource.manager
    const row = await articleRow(tx, id)
    if (row === undefined) throw missing('article/missing')
    const issue = row.issue === null ? null : await issueById(tx, row.issue)
    const publication = await publicationById(tx, row.article.publication)
    const log = await logOf(tx, publication.id, issue === null ? [id] : [id, issue.id])
    const articles = [{ article: id, title: row.version.title }]
    return {
      subject: row.version.title,
      kind: 'article',
      issue: row.issue,
      article: id,
      ...(await this.rest(tx, { publication, issue, log, articles })),
    }
  }

  private async rest(tx: EntityManager, at: Subject): Promise<Omit<FlowSheet, 'subject' | 'kind' | 'issue' | 'article'>> {
    const { publication, issue, log, articles } = at
    return {
      publication: publication.name,
      state: messageText(`flow/state-${issue?.state ?? 'none'}`),
      contentHash: issue?.contentHash ?? null,
      stages: issue === null ? [] : await stagesOf(tx, publication, issue, log),
      exception: issue === null ? null : await exceptionOf(tx, issue.id),
      leave: await leaveOf(tx, articles),
      lines: flowLines(log),
      comments: await commentsOf(
        tx,
        issue?.id ?? null,
        articles.map((one) => one.article),
      ),
    }
  }
}

interface Subject {
  readonly publication: Publication
  readonly issue: Issue | null
  readonly log: readonly LogLine[]
  readonly articles: readonly { readonly article: string; readonly title: string }[]
}

/** Every stage there is to pass, with the approval the log says stands. */
async function stagesOf(tx: EntityManager, publication: Publication, issue: Issue, log: readonly LogLine[]): Promise<FlowSheet['stages']> {
  const standing = standingByLog(log)
  const round = await lastRound(tx, issue.id)
  return (round?.stages ?? publication.stages).map(({ name }) => {
    const approval = standing.find((one) => one.stage === name)
    return { name, person: approval?.person ?? null, at: approval?.at ?? null, excepted: approval?.excepted ?? false }
  })
}

async function exceptionOf(tx: EntityManager, issue: string): Promise<FlowSheet['exception']> {
  const row = await tx.findOneBy(ReviewExceptionRow, { issue })
  if (row === null) return null
  const nameOf = await personNames(tx, [row.person])
  return { person: nameOf(row.person)?.name ?? '', reason: row.reason, at: row.at.toISOString() }
}

async function leaveOf(tx: EntityManager, articles: Subject['articles']): Promise<FlowSheet['leave']> {
  if (articles.length === 0) return []
  const article = In(articles.map((one) => one.article))
  const signOffs = (await tx.findBy(SourceSignOff, { article })).map((one) => ({
    ...one,
    what: one.parts.map((part) => messageText(`flow/missing-${part}`)).join('、'),
  }))
  const settled = (await tx.find(FindingSettlement, { where: { article }, order: { at: 'ASC' } })).map((one) => ({
    ...one,
    what: messageText('flow/kept-words', { text: one.text }),
  }))
  const rows = [...signOffs, ...settled]
  const nameOf = await personNames(
    tx,
    rows.map((one) => one.person),
  )
  return rows.map((one) => ({
    article: articles.find((other) => other.article === one.article)?.title ?? '',
    what: one.what,
    person: nameOf(one.person)?.name ?? messageText('flow/house'),
    reason: one.reason,
    at: one.at.toISOString(),
  }))
}

async function commentsOf(tx: EntityManager, issue: string | null, articles: readonly string[]): Promise<FlowSheet['comments']> {
  const where = [...articles.map((article) => ({ article })), ...(issue === null ? [] : [{ issue }])]
  const rows = where.length === 0 ? [] : await tx.find(Comment, { where, select: { id: true, state: true } })
  return { made: rows.length, settled: rows.filter((one) => one.state !== 'open').length }
}
