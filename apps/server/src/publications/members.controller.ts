import { Body, Controller, Get, Param, Put } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, idText, type MemberAnswer, type MemberRequest, memberList, memberRequest } from '#lib/editorial'
import { CurrentActor } from '../platform/guard/policy.js'
import { Answers } from '../platform/http/answers.js'
import { InPublication } from './access.js'
import { MembersService } from './members.service.js'

@ApiTags('publications')
@Controller('publications/:publication/members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  @InPublication('read the publication')
  @Answers(200, memberList)
  async list(@Param('publication', { schema: idText }) publication: string): Promise<{ items: MemberAnswer[] }> {
    return { items: await this.members.list(publication) }
  }

  @Put(':person')
  @InPublication('change members')
  @Answers(200, memberList)
  async set(
    @Param('publication', { schema: idText }) publication: string,
    @Param('person', { schema: idText }) person: string,
    @Body({ schema: memberRequest }) body: MemberRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: MemberAnswer[] }> {
    return { items: await this.members.set(publication, person, body.roles, actor.id) }
  }
}
