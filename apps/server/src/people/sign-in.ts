import { Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import { DataSource, type EntityManager } from 'typeorm'
import type { SignInRequest } from '#lib/editorial'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { EdgeRefusal } from '../platform/errors/edge-refusal.js'
import { KnownDevices } from './known-devices.js'
import { loginName } from './login-name.js'
import { PasswordKeeper } from './password-keeper.js'
import { Person } from './person.entity.js'
import { Sessions } from './sessions.js'
import { SignInThrottle, type Subject } from './sign-in-throttle.js'

const AGENT_LENGTH = 300

/** Opens a session for whoever knows the password; a wrong name and a wrong password look the same in every way. */
@Injectable()
export class SignIn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: PasswordKeeper,
    private readonly throttle: SignInThrottle,
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
    private readonly audit: AuditLog,
  ) {}

  /** Answers the session's secret. Refuses: 401 when name and password do not belong together, 429 after too many tries. */
  async signIn({ login, password }: SignInRequest, request: Request, response: Response): Promise<string> {
    const name = loginName(login)
    const person = await this.dataSource.manager.findOneBy(Person, { login: name })
    const subjects = await this.subjects(name, person, request)
    await this.throttle.admit(subjects)
    const usable = person !== null && !person.disabled && !(person.passwordTemporary && person.passwordSpent)
    const right =
      person === null ? await this.passwords.matchesNobody(password) : await this.passwords.matches(person.passwordHash, password)
    if (!usable || !right) throw new EdgeRefusal(401, 'people/wrong-password')
    return inTransaction(this.dataSource, (tx) => this.enter(tx, person, subjects, { request, response }))
  }

  private async enter(
    tx: EntityManager,
    person: Person,
    subjects: readonly Subject[],
    web: { request: Request; response: Response },
  ): Promise<string> {
    if (person.passwordTemporary && !(await spend(tx, person))) throw new EdgeRefusal(401, 'people/wrong-password')
    await this.throttle.forgive(tx, subjects)
    await this.devices.remember(tx, web.request, web.response, person.id)
    const agent = (web.request.headers['user-agent'] ?? '').slice(0, AGENT_LENGTH)
    const token = await this.sessions.open(tx, person.id, { address: addressOf(web.request), agent })
    await this.audit.record(tx, { person: person.id, act: 'sign in', object: 'person', objectId: person.id })
    return token
  }

  private async subjects(login: string, person: Person | null, request: Request): Promise<Subject[]> {
    const device = person === null ? undefined : await this.devices.recognise(request, person.id)
    if (device !== undefined) return [{ kind: 'device', name: device }]
    return [
      { kind: 'account', name: login },
      { kind: 'address', name: addressOf(request) },
    ]
  }
}

const addressOf = (request: Request): string => request.ip ?? ''

/** A one-time password opens one session: of two at once, one is too late. */
async function spend(tx: EntityManager, person: Person): Promise<boolean> {
  const { affected } = await tx.update(
    Person,
    { id: person.id, passwordSpent: false, passwordHash: person.passwordHash },
    { passwordSpent: true },
  )
  return affected === 1
}
