import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import { z } from 'zod'
import {
  type ErrandAnswer,
  type ErrandRequest,
  errandAnswer,
  errandRequest,
  type FarProvider,
  farProviders,
  type ProviderList,
  providerList,
  type SessionAnswer,
  type SignInRequest,
  sessionAnswer,
  signInRequest,
} from '#lib/editorial'
import { Public } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { SessionDoor } from '../session-door.js'
import { DirectorySignIn } from './directory-sign-in.js'
import { FarSignIn } from './far-sign-in.js'
import { SignInWays } from './sign-in-ways.js'

const farProvider = z.enum(farProviders)

/** Signing in with the unit's own accounts. */
@ApiTags('session')
@Controller('session')
export class ElsewhereController {
  constructor(
    private readonly ways: SignInWays,
    private readonly far: FarSignIn,
    private readonly directory: DirectorySignIn,
    private readonly door: SessionDoor,
  ) {}

  @Get('providers')
  @Public()
  @Answers(200, providerList, 'What the sign-in page offers besides the house’s own accounts')
  list(): ProviderList {
    return this.ways.list()
  }

  @Post('ldap')
  @Public()
  @Answers(200, sessionAnswer, 'Signed in with the password of the unit’s directory')
  async signIn(
    @Body({ schema: signInRequest }) body: SignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    return this.door.enter(await this.directory.signIn(body, request, response), request, response)
  }

  @Post('errands/:provider')
  @Public()
  @Answers(200, errandAnswer, 'The provider’s page to go to; one comes back signed in')
  async begin(
    @Param('provider', { schema: farProvider }) provider: FarProvider,
    @Body({ schema: errandRequest }) { to }: ErrandRequest,
    @Req() request: Request,
  ): Promise<ErrandAnswer> {
    return { address: await this.far.begin(provider, request, to) }
  }

  @Get(':provider/callback')
  @Public()
  @Answers(302, undefined, 'Back from the provider: to the desk, or to the sign-in page with the reason')
  async comeBack(
    @Param('provider', { schema: farProvider }) provider: FarProvider,
    @Query() _: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    response.redirect(302, await this.far.comeBack(provider, request, response))
  }
}
