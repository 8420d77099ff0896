import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import {
  type Actor,
  idText,
  type NewPersonAnswer,
  newPersonAnswer,
  type PageQuery,
  type PersonAnswer,
  type PersonChange,
  type PersonList,
  type PersonRequest,
  pageQuery,
  personAnswer,
  personChange,
  personList,
  personRequest,
} from '#lib/editorial'
import { CurrentActor } from '../platform/guard/policy.js'
import { Answers, BasedOnVersion } from '../platform/http/answers.js'
import { requiredVersion, setVersion } from '../platform/http/etag.js'
import { ChoosesPeople, InHouse } from './house-policy.js'
import { PeopleService } from './people.service.js'

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @ChoosesPeople()
  @Answers(200, personList)
  list(@Query({ schema: pageQuery }) query: PageQuery): Promise<PersonList> {
    return this.people.list(query)
  }

  @Post()
  @InHouse('manage people')
  @Answers(201, newPersonAnswer, 'The account with its one-time password, shown this once')
  add(@Body({ schema: personRequest }) body: PersonRequest, @CurrentActor() actor: Actor): Promise<NewPersonAnswer> {
    return this.people.add(body, actor.id)
  }

  @Get(':person')
  @InHouse('manage people')
  @Answers(200, personAnswer)
  async read(@Param('person', { schema: idText }) id: string, @Res({ passthrough: true }) response: Response): Promise<PersonAnswer> {
    return versioned(response, await this.people.find(id))
  }

  @Patch(':person')
  @InHouse('manage people')
  @BasedOnVersion()
  @Answers(200, personAnswer)
  async change(
    @Param('person', { schema: idText }) id: string,
    @Body({ schema: personChange }) body: PersonChange,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PersonAnswer> {
    return versioned(response, await this.people.change(id, requiredVersion(request), body, actor.id))
  }

  @Post(':person/password')
  @InHouse('manage people')
  @Answers(200, newPersonAnswer, 'A new one-time password; all sessions of the person have ended')
  resetPassword(@Param('person', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<NewPersonAnswer> {
    return this.people.resetPassword(id, actor.id)
  }
}

function versioned(response: Response, person: PersonAnswer): PersonAnswer {
  setVersion(response, person.version)
  return person
}
