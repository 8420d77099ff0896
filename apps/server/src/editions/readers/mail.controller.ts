import { Body, Controller, Param, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, idText, type MailAnswer, type MailRequest, mailAnswer, mailRequest } from '#lib/editorial'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { InPublication } from '../../publications/access.js'
import { anEdition } from '../editions.controller.js'
import { ContentsMailer } from './contents-mailer.js'

@ApiTags('readers')
@Controller('editions/:edition/mail')
export class MailController {
  constructor(private readonly mailer: ContentsMailer) {}

  @Post()
  @InPublication('share editions', anEdition)
  @Answers(200, mailAnswer, 'The contents are on their way')
  send(
    @Param('edition', { schema: idText }) edition: string,
    @Body({ schema: mailRequest }) body: MailRequest,
    @CurrentActor() actor: Actor,
  ): Promise<MailAnswer> {
    return this.mailer.send(edition, body, actor.id)
  }
}
