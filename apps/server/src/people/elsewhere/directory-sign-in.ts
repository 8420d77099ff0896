import { Inject, Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import { DataSource } from 'typeorm'
import type { SignInRequest } from '#lib/editorial'
import { EdgeRefusal } from '../../platform/errors/edge-refusal.js'
import { LOG, type Log } from '../../platform/log/log.js'
import { SignInSubjects } from '../sign-in-subjects.js'
import { SignInThrottle } from '../sign-in-throttle.js'
import { Arrivals } from './arrivals.js'
import { subjectOfName } from './known-elsewhere.js'
import { SignInWays } from './sign-in-ways.js'

/** Signing in with the password of the unit's directory, typed at our own door. */
@Injectable()
export class DirectorySignIn {
  constructor(
    @Inject(LOG) private readonly log: Log,
    private readonly dataSource: DataSource,
    private readonly ways: SignInWays,
    private readonly subjects: SignInSubjects,
    private readonly throttle: SignInThrottle,
    private readonly arrivals: Arrivals,
  ) {}

  /** Answers the session's secret. Refuses: 401 for a name and password that do not belong together, 429 after too many tries, 503 without the directory. */
  async signIn({ login, password }: SignInRequest, request: Request, response: Response): Promise<string> {
    const directory = this.ways.ldapDirectory()
    const subject = subjectOfName(login)
    const [holder] = (await this.dataSource.query(`SELECT person FROM person_identities WHERE provider = 'ldap' AND subject = $1`, [
      subject,
    ])) as { person: string }[]
    const subjects = await this.subjects.of(`ldap:${subject}`, holder?.person, request)
    await this.throttle.admit(subjects)
    const known = await directory.holderOf(login.trim(), password).catch((error: unknown) => this.away(error))
    if (known === undefined) throw new EdgeRefusal(401, 'people/elsewhere-wrong-password')
    return this.arrivals.enter(known, subjects, { request, response })
  }

  private away(error: unknown): never {
    this.log.warn({ err: error, provider: 'ldap' }, 'a provider could not be reached')
    throw new EdgeRefusal(503, 'people/elsewhere-away', {}, { headers: { 'Retry-After': '10' } })
  }
}
