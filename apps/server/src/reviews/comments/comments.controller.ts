import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import {
  type Actor,
  acceptSuggestion,
  type CommentAnswer,
  type CommentQuery,
  type CommentRequest,
  commentAnswer,
  commentList,
  commentQuery,
  commentRequest,
  type IssueCommentRequest,
  idText,
  issueCommentRequest,
  replyRequest,
  settleComment,
} from '#lib/editorial'
import { anArticle } from '../../articles/articles.controller.js'
import { anIssue } from '../../issues/issues.controller.js'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { type Belonging, InPublication } from '../../publications/access.js'
import { CommentsService } from './comments.service.js'
import { Suggestions } from './suggestions.js'

export const aComment: Belonging = { table: 'comments', param: 'comment', missing: 'review/comment-missing' }

@ApiTags('comments')
@Controller()
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly suggestions: Suggestions,
  ) {}

  @Get('articles/:article/comments')
  @InPublication('read the publication', anArticle)
  @Answers(200, commentList)
  async ofArticle(
    @Param('article', { schema: idText }) article: string,
    @Query({ schema: commentQuery }) query: CommentQuery,
  ): Promise<{ items: CommentAnswer[] }> {
    return { items: await this.comments.ofArticle(article, query) }
  }

  @Post('articles/:article/comments')
  @InPublication('comment on issues', anArticle)
  @Answers(201, commentAnswer)
  add(
    @Param('article', { schema: idText }) article: string,
    @Body({ schema: commentRequest }) body: CommentRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CommentAnswer> {
    return this.comments.add(article, body, actor.id)
  }

  @Get('issues/:issue/comments')
  @InPublication('read the publication', anIssue)
  @Answers(200, commentList, 'On the issue and on the articles that stand in it')
  async ofIssue(
    @Param('issue', { schema: idText }) issue: string,
    @Query({ schema: commentQuery }) query: CommentQuery,
  ): Promise<{ items: CommentAnswer[] }> {
    return { items: await this.comments.ofIssue(issue, query) }
  }

  @Post('issues/:issue/comments')
  @InPublication('comment on issues', anIssue)
  @Answers(201, commentAnswer)
  addToIssue(
    @Param('issue', { schema: idText }) issue: string,
    @Body({ schema: issueCommentRequest }) body: IssueCommentRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CommentAnswer> {
    return this.comments.addToIssue(issue, body.text, actor.id)
  }

  @Post('comments/:comment/replies')
  @InPublication('comment on issues', aComment)
  @Answers(201, commentAnswer)
  reply(
    @Param('comment', { schema: idText }) id: string,
    @Body({ schema: replyRequest }) body: { text: string },
    @CurrentActor() actor: Actor,
  ): Promise<CommentAnswer> {
    return this.comments.reply(id, body.text, actor.id)
  }

  @Post('comments/:comment/resolve')
  @InPublication('comment on issues', aComment)
  @Answers(200, commentAnswer)
  resolve(
    @Param('comment', { schema: idText }) id: string,
    @Body({ schema: settleComment }) body: { reason?: string | undefined },
    @CurrentActor() actor: Actor,
  ): Promise<CommentAnswer> {
    return this.comments.resolve(id, body.reason, actor)
  }

  @Post('comments/:comment/reopen')
  @InPublication('comment on issues', aComment)
  @Answers(200, commentAnswer)
  reopen(@Param('comment', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<CommentAnswer> {
    return this.comments.reopen(id, actor.id)
  }

  @Post('comments/:comment/accept')
  @InPublication('edit articles', aComment)
  @Answers(200, commentAnswer, 'The proposed words stand in a new version of the article')
  accept(
    @Param('comment', { schema: idText }) id: string,
    @Body({ schema: acceptSuggestion }) body: { version: number },
    @CurrentActor() actor: Actor,
  ): Promise<CommentAnswer> {
    return this.suggestions.accept(id, body.version, actor.id)
  }

  @Post('comments/:comment/refuse')
  @InPublication('edit articles', aComment)
  @Answers(200, commentAnswer, 'The words stay as they are')
  refuse(
    @Param('comment', { schema: idText }) id: string,
    @Body({ schema: settleComment }) body: { reason?: string | undefined },
    @CurrentActor() actor: Actor,
  ): Promise<CommentAnswer> {
    return this.suggestions.refuse(id, body.reason, actor.id)
  }
}
