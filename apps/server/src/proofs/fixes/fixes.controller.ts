import { Body, Controller, Param, Post, Req } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request } from 'express'
import {
  type Actor,
  type FixAnswer,
  type FixPreview,
  type FixRequest,
  fixAnswer,
  fixPreview,
  fixRequest,
  idText,
  undoRequest,
} from '#lib/editorial'
import { anArticle } from '../../articles/articles.controller.js'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers, BasedOnVersion } from '../../platform/http/answers.js'
import { requiredVersion } from '../../platform/http/etag.js'
import { InPublication } from '../../publications/access.js'
import { FixesService } from './fixes.service.js'

@ApiTags('proofs')
@Controller('articles/:article/fixes')
export class FixesController {
  constructor(private readonly fixes: FixesService) {}

  /** Changes nothing. */
  @Post('preview')
  @InPublication('read the publication', anArticle)
  @BasedOnVersion()
  @Answers(200, fixPreview, 'How each fix would read')
  preview(
    @Param('article', { schema: idText }) article: string,
    @Body({ schema: fixRequest }) body: FixRequest,
    @Req() request: Request,
  ): Promise<FixPreview> {
    return this.fixes.preview(article, requiredVersion(request), body)
  }

  @Post()
  @InPublication('edit articles', anArticle)
  @BasedOnVersion()
  @Answers(200, fixAnswer, 'Put in, as a new version')
  apply(
    @Param('article', { schema: idText }) article: string,
    @Body({ schema: fixRequest }) body: FixRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FixAnswer> {
    return this.fixes.apply(article, requiredVersion(request), body, actor.id)
  }

  @Post('undo')
  @InPublication('edit articles', anArticle)
  @BasedOnVersion()
  @Answers(200, fixAnswer, 'Taken back, as a new version')
  undo(
    @Param('article', { schema: idText }) article: string,
    @Body({ schema: undoRequest }) body: { version: number },
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<FixAnswer> {
    return this.fixes.undo(article, requiredVersion(request), body.version, actor.id)
  }
}
