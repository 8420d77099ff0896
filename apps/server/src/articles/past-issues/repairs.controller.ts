import { Body, Controller, Get, Param, Put } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import {
  type Actor,
  idText,
  type PastIssueAnswer,
  pastIssueAnswer,
  type RepairRequest,
  type RepairsAnswer,
  repairRequest,
  repairsAnswer,
} from '#lib/editorial'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { InPublication } from '../../publications/access.js'
import { aPastIssue } from './past-issues.controller.js'
import { RepairsService } from './repairs.service.js'

@ApiTags('past issues')
@Controller('past-issues/:issue/repairs')
export class RepairsController {
  constructor(private readonly repairs: RepairsService) {}

  /** Suspected characters in their words, and what was confirmed. */
  @Get()
  @InPublication('read the publication', aPastIssue)
  @Answers(200, repairsAnswer)
  of(@Param('issue', { schema: idText }) issue: string): Promise<RepairsAnswer> {
    return this.repairs.of(issue)
  }

  /** Confirms what printed characters stand for; the bulletin is read anew. */
  @Put()
  @InPublication('collect sources', aPastIssue)
  @Answers(202, pastIssueAnswer, 'Taken; it is read again by the worker')
  repair(
    @Param('issue', { schema: idText }) issue: string,
    @Body({ schema: repairRequest }) body: RepairRequest,
    @CurrentActor() actor: Actor,
  ): Promise<PastIssueAnswer> {
    return this.repairs.repair(issue, body, actor.id)
  }
}
