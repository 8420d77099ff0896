import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type ArticleContent, type CommentAnswer, conflict, invalid } from '#lib/editorial'
import { applyFixes, type Finding } from '#lib/proof'
import { Article } from '../../articles/article.entity.js'
import { ArticleVersion } from '../../articles/article-version.entity.js'
import { ArticlesService } from '../../articles/articles.service.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { Comment } from './comment.entity.js'
import { CommentBook } from './comment-book.js'
import { passageOf, passagesInto, wordsAt } from './passage.js'

/** Words proposed in a comment: an editor takes them into the text as a new version, or refuses them with a reason. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly articles: ArticlesService,
    private readonly book: CommentBook,
  ) {}

  /** Refuses: a remark without suggestion, words that changed since, 412 where `version` is not the newest. */
  async accept(id: string, version: number, by: string): Promise<CommentAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const comment = await this.suggestion(tx, id)
      const content = withSuggestion(comment, await contentOf(tx, comment, comment.version), await newestOf(tx, comment))
      const note = `采纳批注：${comment.quote ?? ''}→${comment.suggestion ?? ''}`.slice(0, 200)
      const saved = await this.articles.saveIn(tx, { id: comment.article ?? '', version }, { content: content as never, note }, by)
      return this.book.settle(tx, comment, { state: 'accepted', by, reason: null, version: saved.version })
    })
  }

  async refuse(id: string, reason: string | undefined, by: string): Promise<CommentAnswer> {
    if (reason === undefined) throw invalid('review/reason-needed')
    return inTransaction(this.dataSource, async (tx) =>
      this.book.settle(tx, await this.suggestion(tx, id), { state: 'refused', by, reason, version: null }),
    )
  }

  private async suggestion(tx: EntityManager, id: string): Promise<Comment> {
    const comment = await tx.findOneByOrFail(Comment, { id })
    if (comment.suggestion === null) throw invalid('review/no-suggestion')
    if (comment.state !== 'open') throw conflict('review/comment-settled')
    return comment
  }
}

async function contentOf(tx: EntityManager, comment: Comment, number: number | null): Promise<ArticleContent> {
  return (await tx.findOneByOrFail(ArticleVersion, { article: comment.article ?? '', number: number ?? 0 })).content
}

async function newestOf(tx: EntityManager, comment: Comment): Promise<ArticleContent> {
  const { version } = await tx.findOneByOrFail(Article, { id: comment.article ?? '' })
  return contentOf(tx, comment, version)
}

/** The newest text with the proposed words in place of those commented on, which must still stand as they were. */
function withSuggestion(comment: Comment, made: ArticleContent, newest: ArticleContent): ArticleContent {
  const passage = passageOf(comment)
  const place = passage === null ? null : passagesInto(made, newest)(passage)
  if (place === null || place.changed) throw conflict('review/passage-changed')
  const { from, to, block, field } = place
  const text = wordsAt(newest, place) ?? ''
  const head = { rule: 'suggestion', severity: 'info', batch: false, params: {}, source: '' } as const
  const fix: Finding = { ...head, block, field, from, to, text, suggestion: comment.suggestion }
  return replaced(newest, fix)
}

/** An empty passage is a place to put words in, which fixes do not know: the sign before it is written again. */
function replaced(content: ArticleContent, fix: Finding): ArticleContent {
  const wide = fix.from < fix.to ? fix : widened(content, fix)
  const { content: mended, applied } = applyFixes(content, [wide])
  if (applied.length !== 1) throw conflict('review/passage-changed')
  return mended
}

function widened(content: ArticleContent, fix: Finding): Finding {
  const from = Math.max(0, fix.from - 1)
  const to = fix.from === 0 ? fix.to + 1 : fix.to
  const text = wordsAt(content, { ...fix, field: fix.field as never, from, to }) ?? ''
  const suggestion = fix.from === 0 ? `${fix.suggestion ?? ''}${text}` : `${text}${fix.suggestion ?? ''}`
  return { ...fix, from, to, text, suggestion }
}
