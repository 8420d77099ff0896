import { Controller, Get, Param } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type IssueFindingList, idText, issueFindingList } from '#lib/editorial'
import { Answers } from '../platform/http/answers.js'
import { InPublication } from '../publications/access.js'
import { IssueProof } from './issue-proof.js'
import { anIssue } from './issues.controller.js'

@ApiTags('issues')
@Controller('issues/:issue/findings')
export class IssueFindingsController {
  constructor(private readonly proof: IssueProof) {}

  @Get()
  @InPublication('read the publication', anIssue)
  @Answers(200, issueFindingList, 'What only the whole issue shows')
  read(@Param('issue', { schema: idText }) issue: string): Promise<IssueFindingList> {
    return this.proof.findings(issue)
  }
}
