import { Body, Controller, Delete, Get, Post, Put, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import type { Actor } from '#lib/editorial'
import {
  type PasswordRequest,
  passwordRequest,
  type SessionAnswer,
  type SignedOutAnswer,
  type SignInRequest,
  sessionAnswer,
  signedOutAnswer,
  signInRequest,
} from '#lib/editorial'
import { CurrentActor, Public, SignedIn } from '../platform/guard/policy.js'
import { Answers } from '../platform/http/answers.js'
import { SignInWays } from './elsewhere/sign-in-ways.js'
import { OwnPassword } from './own-password.js'
import { SessionDoor } from './session-door.js'
import { SignIn } from './sign-in.js'

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly entrance: SignIn,
    private readonly door: SessionDoor,
    private readonly passwords: OwnPassword,
    private readonly ways: SignInWays,
  ) {}

  @Get()
  @Public()
  @Answers(200, sessionAnswer, 'Who is signed in, or nobody, and the token for changes')
  read(@Req() request: Request, @Res({ passthrough: true }) response: Response): SessionAnswer {
    return this.door.look(request, response)
  }

  @Post()
  @Public()
  @Answers(200, sessionAnswer, 'Signed in')
  async signIn(
    @Body({ schema: signInRequest }) body: SignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    return this.door.enter(await this.entrance.signIn(body, request, response), request, response)
  }

  @Delete()
  @SignedIn({ evenHindered: true })
  @Answers(200, signedOutAnswer, 'Signed out here, and where to go to be signed out elsewhere too')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SignedOutAnswer> {
    return { elsewhere: await this.ways.signOutAddress(await this.door.leave(request, response)) }
  }

  @Put('password')
  @SignedIn({ evenHindered: true })
  @Answers(200, sessionAnswer, 'The new password holds; every other session has ended')
  async changePassword(
    @Body({ schema: passwordRequest }) body: PasswordRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    const from = { address: request.ip ?? '', agent: (request.headers['user-agent'] ?? '').slice(0, 300) }
    return this.door.enter(await this.passwords.choose(actor.id, body, from), request, response)
  }
}
