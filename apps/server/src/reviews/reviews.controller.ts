import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, type ExceptionRequest, exceptionRequest, idText, type ReviewAnswer, reviewAnswer } from '#lib/editorial'
import { anIssue } from '../issues/issues.controller.js'
import { CurrentActor } from '../platform/guard/policy.js'
import { Answers } from '../platform/http/answers.js'
import { InPublication } from '../publications/access.js'
import { ReviewsService } from './reviews.service.js'

@ApiTags('reviews')
@Controller('issues/:issue/review')
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  @Get()
  @InPublication('read the publication', anIssue)
  @Answers(200, reviewAnswer)
  read(@Param('issue', { schema: idText }) issue: string): Promise<ReviewAnswer> {
    return this.reviews.find(issue)
  }

  @Put('exception')
  @InPublication('grant review exceptions', anIssue)
  @Answers(204, undefined, 'One person may act in several stages of this issue')
  grant(
    @Param('issue', { schema: idText }) issue: string,
    @Body({ schema: exceptionRequest }) body: ExceptionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.reviews.grantException(issue, body.reason, actor.id)
  }

  @Delete('exception')
  @InPublication('grant review exceptions', anIssue)
  @Answers(204, undefined, 'Every stage needs another person again')
  takeBack(@Param('issue', { schema: idText }) issue: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.reviews.takeBackException(issue, actor.id)
  }
}
