import { Inject, Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import type { Provider, SessionAnswer, SessionPerson } from '#lib/editorial'
import { CONFIG, type Config } from '../platform/config/config.js'
import { Csrf } from '../platform/guard/csrf.js'
import { cookieName, cookieOptions } from '../platform/http/cookies.js'
import { SessionAuthenticator } from './session-authenticator.js'
import { Sessions, type SignedInPerson } from './sessions.js'

/** Hands a browser the secret of its session, and takes it back. */
@Injectable()
export class SessionDoor {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly csrf: Csrf,
    private readonly sessions: Sessions,
    private readonly authenticator: SessionAuthenticator,
  ) {}

  /** Who is in, without changing anything. */
  look(request: Request, response: Response): SessionAnswer {
    const person = this.authenticator.personOf(request)
    return { person: person === undefined ? null : sessionPersonOf(person), csrfToken: this.csrf.tokenFor(request, response) }
  }

  /** A new session is a new secret, and ends the one this browser held: whoever planted the old one holds nothing. */
  async enter(token: string, request: Request, response: Response): Promise<SessionAnswer> {
    const before = this.authenticator.tokenOf(request)
    if (before !== undefined) await this.sessions.close(before)
    response.cookie(cookieName('session', this.config), token, cookieOptions(this.config))
    const person = await this.sessions.find(token)
    return { person: person === undefined ? null : sessionPersonOf(person), csrfToken: this.csrf.tokenFor(request, response, token) }
  }

  /** Answers where the session had been opened, when elsewhere. */
  async leave(request: Request, response: Response): Promise<Provider | null> {
    const token = this.authenticator.tokenOf(request)
    response.clearCookie(cookieName('session', this.config), cookieOptions(this.config))
    return token === undefined ? null : this.sessions.close(token)
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
