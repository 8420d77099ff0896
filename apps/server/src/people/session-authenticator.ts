import { Inject, Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { CONFIG, type Config } from '../platform/config/config.js'
import type { Authenticator, Visitor } from '../platform/guard/policy.js'
import { cookieName, readCookie } from '../platform/http/cookies.js'
import { Sessions, type SignedInPerson } from './sessions.js'
import { TokenVisitors } from './tokens/token-visitors.js'

const personKey = Symbol('person')
type Carrying = Request & { [personKey]?: SignedInPerson }

/** Knows a person by the session cookie, a program by its token. */
@Injectable()
export class SessionAuthenticator implements Authenticator {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly programs: TokenVisitors,
  ) {}

  async authenticate(request: Request): Promise<Visitor | undefined> {
    const program = await this.programs.visitorOf(request)
    if (program !== undefined) return program
    const token = this.tokenOf(request)
    const person = token === undefined ? undefined : await this.sessions.find(token)
    if (person === undefined) return undefined
    ;(request as Carrying)[personKey] = person
    const actor = { id: person.id, houseAdministrator: person.houseAdministrator, roles: person.roles }
    return { actor, via: 'cookie', hindrance: person.passwordTemporary ? 'people/change-password-first' : undefined }
  }

  tokenOf(request: Request): string | undefined {
    return readCookie(request, cookieName('session', this.config))
  }

  /** The person as found for this request, with what the actor does not carry. */
  personOf(request: Request): SignedInPerson | undefined {
    return (request as Carrying)[personKey]
  }
}
