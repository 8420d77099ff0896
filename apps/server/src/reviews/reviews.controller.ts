import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import {
  type Actor,
  type ChecklistRequest,
  checklistRequest,
  type DeadlineRequest,
  type DelegationRequest,
  deadlineRequest,
  delegationRequest,
  type ExceptionRequest,
  exceptionRequest,
  idText,
  type LookAnswer,
  lookAnswer,
  type ReviewAnswer,
  reviewAnswer,
} from '#lib/editorial'
import { anIssue } from '../issues/issues.controller.js'
import { ByPerson, CurrentActor } from '../platform/guard/policy.js'
import { Answers } from '../platform/http/answers.js'
import { InPublication } from '../publications/access.js'
import { Looks } from './looks.js'
import { ReviewsService } from './reviews.service.js'
import { StageWork } from './stage-work.js'

@ApiTags('reviews')
@Controller('issues/:issue/review')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly work: StageWork,
    private readonly looks: Looks,
  ) {}

  @Get()
  @InPublication('read the publication', anIssue)
  @Answers(200, reviewAnswer)
  read(@Param('issue', { schema: idText }) issue: string): Promise<ReviewAnswer> {
    return this.reviews.find(issue)
  }

  @Put('exception')
  @InPublication('grant review exceptions', anIssue)
  @ByPerson()
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
  @ByPerson()
  @Answers(204, undefined, 'Every stage needs another person again')
  takeBack(@Param('issue', { schema: idText }) issue: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.reviews.takeBackException(issue, actor.id)
  }

  /** 转办. Who may hand the stage on, and to whom, is asked inside. */
  @Post('delegations')
  @InPublication('comment on issues', anIssue)
  @ByPerson()
  @Answers(204, undefined, 'The open stage belongs to the other reviewer')
  delegate(
    @Param('issue', { schema: idText }) issue: string,
    @Body({ schema: delegationRequest }) body: DelegationRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.work.delegate(issue, body.to, body.reason, actor)
  }

  @Put('deadline')
  @InPublication('set review days', anIssue)
  @Answers(204, undefined, 'The stage has its day, or none')
  setDeadline(
    @Param('issue', { schema: idText }) issue: string,
    @Body({ schema: deadlineRequest }) body: DeadlineRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.work.setDeadline(issue, body, actor)
  }

  @Put('checklist')
  @InPublication('decide in review', anIssue)
  @ByPerson()
  @Answers(204, undefined, 'The point of the open stage is ticked, or no longer')
  tick(
    @Param('issue', { schema: idText }) issue: string,
    @Body({ schema: checklistRequest }) body: ChecklistRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.work.tick(issue, body.item, body.done, actor)
  }

  @Get('look')
  @InPublication('read the publication', anIssue)
  @Answers(200, lookAnswer, 'What differs since the person last said they had seen the issue')
  look(@Param('issue', { schema: idText }) issue: string, @CurrentActor() actor: Actor): Promise<LookAnswer> {
    return this.looks.since(issue, actor.id)
  }

  /** Private to the person and no part of the record, so it leaves no line in the audit. */
  @Put('look')
  @InPublication('read the publication', anIssue)
  @Answers(204, undefined, 'The issue as it stands now counts as seen')
  see(@Param('issue', { schema: idText }) issue: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.looks.see(issue, actor.id)
  }
}
