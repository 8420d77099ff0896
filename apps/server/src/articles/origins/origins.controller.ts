import { Controller, Get, Param, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, type CollectedAnswer, collectedAnswer, idText, type OriginAnswer, originAnswer } from '#lib/editorial'
import { type Once, OnceKey } from '../../people/once.js'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers, Repeatable } from '../../platform/http/answers.js'
import { InPublication } from '../../publications/access.js'
import { anAttachment } from '../../sources/attachments/attachments.controller.js'
import { anArticle } from '../articles.controller.js'
import { OriginsService } from './origins.service.js'

@ApiTags('sources')
@Controller()
export class OriginsController {
  constructor(private readonly origins: OriginsService) {}

  /** The original, where each field was read, the files offered with it. */
  @Get('articles/:article/origin')
  @InPublication('read the publication', anArticle)
  @Answers(200, originAnswer)
  of(@Param('article', { schema: idText }) article: string): Promise<OriginAnswer> {
    return this.origins.of(article)
  }

  /** A kept attachment as an article of its own. */
  @Post('attachments/:attachment/article')
  @InPublication('collect sources', anAttachment)
  @Repeatable()
  @Answers(201, collectedAnswer, 'The file as snapshot and article')
  articleOf(
    @Param('attachment', { schema: idText }) attachment: string,
    @CurrentActor() actor: Actor,
    @OnceKey() once: Once | undefined,
  ): Promise<CollectedAnswer> {
    return this.origins.articleOf(attachment, actor.id, once)
  }
}
