import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { z } from 'zod'
import {
  type Actor,
  type IdentityList,
  type IdentityRequest,
  identityList,
  identityRequest,
  idText,
  type Provider,
  providers,
} from '#lib/editorial'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { InHouse } from '../house-policy.js'
import { Identities } from './identities.js'

const provider = z.enum(providers)

/** Whose the unit's accounts are here. */
@ApiTags('people')
@Controller()
export class IdentitiesController {
  constructor(private readonly identities: Identities) {}

  @Get('identities')
  @InHouse('manage people')
  @Answers(200, identityList, 'Linked accounts, and accounts that tried the door and are nobody’s here')
  list(): Promise<IdentityList> {
    return this.identities.list()
  }

  @Put('people/:person/identities/:provider')
  @InHouse('manage people')
  @Answers(200, identityList)
  link(
    @Param('person', { schema: idText }) person: string,
    @Param('provider', { schema: provider }) by: Provider,
    @Body({ schema: identityRequest }) { subject }: IdentityRequest,
    @CurrentActor() actor: Actor,
  ): Promise<IdentityList> {
    return this.identities.link(person, by, subject, actor.id)
  }

  @Delete('people/:person/identities/:provider')
  @InHouse('manage people')
  @Answers(204, undefined, 'The account opens this door no more')
  unlink(
    @Param('person', { schema: idText }) person: string,
    @Param('provider', { schema: provider }) by: Provider,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.identities.unlink(person, by, actor.id)
  }
}
