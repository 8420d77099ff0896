import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import {
  type Actor,
  type CommentAnswer,
  type CommentQuery,
  type CommentRequest,
  type CommentState,
  can,
  conflict,
  forbidden,
  invalid,
  missing,
} from '#lib/editorial'
import { Article } from '../../articles/article.entity.js'
import { ArticleVersion } from '../../articles/article-version.entity.js'
import { issueById } from '../../issues/issue-row.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { Comment } from './comment.entity.js'
import { commentAnswers } from './comment-answers.js'
import { CommentBook } from './comment-book.js'
import { CommentReply } from './comment-reply.entity.js'
import { wordsAt } from './passage.js'

/** Remarks on passages, articles and issues: made, answered, closed, opened again. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: CommentBook,
  ) {}

  async ofArticle(article: string, query: CommentQuery): Promise<CommentAnswer[]> {
    const tx = this.dataSource.manager
    const open = query.state === 'open' ? { state: 'open' as const } : {}
    return commentAnswers(tx, await tx.find(Comment, { where: { article, ...open }, order: { at: 'ASC', id: 'ASC' } }), query.version)
  }

  /** Those on the issue itself first, then those on its articles in reading order. */
  async ofIssue(issue: string, query: CommentQuery): Promise<CommentAnswer[]> {
    const tx = this.dataSource.manager
    const rows = (await tx.query(
      `SELECT c.id FROM comments c LEFT JOIN issue_articles p ON p.article = c.article AND p.issue = $1
       WHERE (c.issue = $1 OR p.issue = $1) AND ($2 OR c.state = 'open') ORDER BY p.position NULLS FIRST, c.at, c.id`,
      [issue, query.state !== 'open'],
    )) as { id: string }[]
    const found = rows.length === 0 ? [] : await tx.find(Comment, { where: rows })
    const byId = new Map(found.map((one) => [one.id, one]))
    return commentAnswers(
      tx,
      rows.flatMap(({ id }) => byId.get(id) ?? []),
    )
  }

  /** Refuses: a version or a passage the article does not have. */
  async add(article: string, wanted: CommentRequest, by: string): Promise<CommentAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const { publication } = await tx.findOneByOrFail(Article, { id: article })
      const saved = await tx.findOneBy(ArticleVersion, { article, number: wanted.version })
      if (saved === null) throw missing('article/missing')
      const { passage } = wanted
      const quote = passage === null ? null : wordsAt(saved.content, passage)
      if (passage !== null && quote === null) throw invalid('review/passage-missing')
      const place = {
        block: passage?.block ?? null,
        field: passage?.field ?? null,
        starts: passage?.from ?? null,
        ends: passage?.to ?? null,
      }
      const about = { publication, article, issue: null, version: wanted.version }
      return this.insert(tx, { ...about, ...place, quote, text: wanted.text, suggestion: wanted.suggestion ?? null, person: by })
    })
  }

  async addToIssue(id: string, text: string, by: string): Promise<CommentAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const { publication } = await issueById(tx, id)
      const nowhere = { article: null, version: null, block: null, field: null, starts: null, ends: null, quote: null, suggestion: null }
      return this.insert(tx, { ...nowhere, publication, issue: id, text, person: by })
    })
  }

  async reply(id: string, text: string, by: string): Promise<CommentAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const comment = await tx.findOneByOrFail(Comment, { id })
      await tx.insert(CommentReply, { id: randomUUID(), comment: id, person: by, text })
      await this.book.note(tx, comment, { person: by, act: 'reply to comment' })
      return this.book.answer(tx, id)
    })
  }

  /** Closes a remark. Refuses: one that is closed, somebody who neither made it nor edits here. */
  async resolve(id: string, reason: string | undefined, actor: Actor): Promise<CommentAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const comment = await tx.findOneByOrFail(Comment, { id })
      const may = comment.person === actor.id || can(actor, 'edit articles', comment.publication)
      if (!may) throw forbidden('review/not-your-comment')
      return this.book.settle(tx, comment, { state: 'resolved', by: actor.id, reason: reason ?? null, version: null })
    })
  }

  async reopen(id: string, by: string): Promise<CommentAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const comment = await tx.findOneByOrFail(Comment, { id })
      const fresh = { state: 'open' as CommentState, settledBy: null, settledAt: null, settledReason: null, settledVersion: null }
      const closed = comment.state === 'resolved' || comment.state === 'refused'
      const { affected } = closed ? await tx.update(Comment, { id, state: comment.state }, fresh) : { affected: 0 }
      if (affected !== 1) throw conflict(comment.state === 'open' ? 'review/comment-open' : 'review/comment-settled')
      await this.book.note(tx, comment, { person: by, act: 'reopen comment' })
      return this.book.answer(tx, id)
    })
  }

  private async insert(tx: EntityManager, made: Omit<NewComment, 'id' | 'state'>): Promise<CommentAnswer> {
    const id = randomUUID()
    await tx.insert(Comment, { ...made, id, state: 'open' })
    const comment = await tx.findOneByOrFail(Comment, { id })
    await this.book.note(tx, comment, { person: made.person, act: made.suggestion === null ? 'comment' : 'suggest words' })
    return this.book.answer(tx, id)
  }
}

type NewComment = Omit<Comment, 'at' | 'settledBy' | 'settledAt' | 'settledReason' | 'settledVersion'>
