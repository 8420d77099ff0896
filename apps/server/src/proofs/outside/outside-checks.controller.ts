import { Controller, Get, Param, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, idText, type OutsideCheckAnswer, outsideCheckAnswer, versionText } from '#lib/editorial'
import { anArticle } from '../../articles/articles.controller.js'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { InPublication } from '../../publications/access.js'
import { OutsideChecksService } from './outside-checks.service.js'

@ApiTags('proofs')
@Controller('articles/:article/versions/:version/outside-check')
export class OutsideChecksController {
  constructor(private readonly checks: OutsideChecksService) {}

  @Post()
  @InPublication('edit articles', anArticle)
  @Answers(202, outsideCheckAnswer, 'Taken; what it suggests will stand among the findings of the version')
  request(
    @Param('article', { schema: idText }) article: string,
    @Param('version', { schema: versionText }) version: number,
    @CurrentActor() actor: Actor,
  ): Promise<OutsideCheckAnswer> {
    return this.checks.request({ article, version }, actor.id)
  }

  @Get()
  @InPublication('read the publication', anArticle)
  @Answers(200, outsideCheckAnswer)
  find(
    @Param('article', { schema: idText }) article: string,
    @Param('version', { schema: versionText }) version: number,
  ): Promise<OutsideCheckAnswer> {
    return this.checks.find({ article, version })
  }
}
