import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import {
  type Actor,
  type FindingList,
  findingList,
  idText,
  type ReopenRequest,
  reopenRequest,
  type SettlementRequest,
  type SignOffRequest,
  settlementRequest,
  signOffRequest,
  versionText,
} from '#lib/editorial'
import { anArticle } from '../articles/articles.controller.js'
import { ByPerson, CurrentActor } from '../platform/guard/policy.js'
import { Answers } from '../platform/http/answers.js'
import { InPublication } from '../publications/access.js'
import { ProofsService } from './proofs.service.js'
import { SettlementsService } from './settlements.service.js'

@ApiTags('proofs')
@Controller('articles/:article')
export class ProofsController {
  constructor(
    private readonly proofs: ProofsService,
    private readonly settlements: SettlementsService,
  ) {}

  @Get('versions/:version/findings')
  @InPublication('read the publication', anArticle)
  @Answers(200, findingList)
  findings(
    @Param('article', { schema: idText }) article: string,
    @Param('version', { schema: versionText }) version: number,
  ): Promise<FindingList> {
    return this.proofs.findings({ article, version })
  }

  @Put('sign-off')
  @InPublication('sign off missing sources', anArticle)
  @ByPerson()
  @Answers(204, undefined, 'The missing source may stand, with this reason')
  signOff(
    @Param('article', { schema: idText }) article: string,
    @Body({ schema: signOffRequest }) body: SignOffRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.settlements.signOff(article, body.reason, actor.id)
  }

  @Delete('sign-off')
  @InPublication('sign off missing sources', anArticle)
  @ByPerson()
  @Answers(204, undefined, 'The source is missing again')
  takeBack(@Param('article', { schema: idText }) article: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.settlements.takeBackSignOff(article, actor.id)
  }

  @Post('settlements')
  @InPublication('edit articles', anArticle)
  @Answers(204, undefined, 'The finding may stand, with this reason')
  settle(
    @Param('article', { schema: idText }) article: string,
    @Body({ schema: settlementRequest }) body: SettlementRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.settlements.settle(article, body, actor.id)
  }

  @Post('settlements/reopen')
  @InPublication('edit articles', anArticle)
  @Answers(204, undefined, 'The finding is open again')
  reopen(
    @Param('article', { schema: idText }) article: string,
    @Body({ schema: reopenRequest }) body: ReopenRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.settlements.reopen(article, body, actor.id)
  }
}
