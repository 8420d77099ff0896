import { Body, Controller, Delete, Get, Inject, Post, Put, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import type { Actor } from '#lib/editorial'
import {
  type PasswordRequest,
  passwordRequest,
  type SessionAnswer,
  type SessionPerson,
  type SignInRequest,
  sessionAnswer,
  signInRequest,
} from '#lib/editorial'
import { CONFIG, type Config } from '../platform/config/config.js'
import { Csrf } from '../platform/guard/csrf.js'
import { CurrentActor, Public, SignedIn } from '../platform/guard/policy.js'
import { Answers } from '../platform/http/answers.js'
import { cookieName, cookieOptions } from '../platform/http/cookies.js'
import { OwnPassword } from './own-password.js'
import { SessionAuthenticator } from './session-authenticator.js'
import { Sessions, type SignedInPerson } from './sessions.js'
import { SignIn } from './sign-in.js'

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly csrf: Csrf,
    private readonly entrance: SignIn,
    private readonly sessions: Sessions,
    private readonly passwords: OwnPassword,
    private readonly authenticator: SessionAuthenticator,
  ) {}

  @Get()
  @Public()
  @Answers(200, sessionAnswer, 'Who is signed in, or nobody, and the token for changes')
  read(@Req() request: Request, @Res({ passthrough: true }) response: Response): SessionAnswer {
    const person = this.authenticator.personOf(request)
    return { person: person === undefined ? null : sessionPersonOf(person), csrfToken: this.csrf.tokenFor(request, response) }
  }

  @Post()
  @Public()
  @Answers(200, sessionAnswer, 'Signed in')
  async signIn(
    @Body({ schema: signInRequest }) body: SignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    const token = await this.entrance.signIn(body, request, response)
    const before = this.authenticator.tokenOf(request)
    if (before !== undefined) await this.sessions.close(before)
    return this.enter(token, request, response)
  }

  @Delete()
  @SignedIn({ evenHindered: true })
  @Answers(204, undefined, 'Signed out')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = this.authenticator.tokenOf(request)
    if (token !== undefined) await this.sessions.close(token)
    response.clearCookie(cookieName('session', this.config), cookieOptions(this.config))
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
    return this.enter(await this.passwords.choose(actor.id, body, from), request, response)
  }

  /** A new session is a new secret: whoever planted the old one holds nothing. */
  private async enter(token: string, request: Request, response: Response): Promise<SessionAnswer> {
    response.cookie(cookieName('session', this.config), token, cookieOptions(this.config))
    const person = await this.sessions.find(token)
    return { person: person === undefined ? null : sessionPersonOf(person), csrfToken: this.csrf.tokenFor(request, response, token) }
  }
}

const sessionPersonOf = (person: SignedInPerson): SessionPerson => ({
  id: person.id,
  login: person.login,
  name: person.name,
  houseAdministrator: person.houseAdministrator,
  mustChangePassword: person.passwordTemporary,
  roles: Object.entries(person.roles).map(([publication, roles]) => ({ publication, roles: [...roles] })),
})
