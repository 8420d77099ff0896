import { Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import { DataSource, type EntityManager } from 'typeorm'
import type { SignInRequest } from '#lib/editorial'
import { inTransaction } from '../platform/database/in-transaction.js'
import { EdgeRefusal } from '../platform/errors/edge-refusal.js'
import { Entrance } from './entrance.js'
import { loginName } from './login-name.js'
import { PasswordKeeper } from './password-keeper.js'
import { Person } from './person.entity.js'
import { SignInSubjects } from './sign-in-subjects.js'
import { SignInThrottle } from './sign-in-throttle.js'

/** Opens a session for whoever knows the password; a wrong name and a wrong password look the same in every way. */
@Injectable()
export class SignIn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: PasswordKeeper,
    private readonly throttle: SignInThrottle,
    private readonly subjects: SignInSubjects,
    private readonly entrance: Entrance,
  ) {}

  /** Answers the session's secret. Refuses: 401 when name and password do not belong together, 429 after too many tries. */
  async signIn({ login, password }: SignInRequest, request: Request, response: Response): Promise<string> {
    const name = loginName(login)
    const person = await this.dataSource.manager.findOneBy(Person, { login: name })
    const subjects = await this.subjects.of(name, person?.id, request)
    await this.throttle.admit(subjects)
    const usable = person !== null && !person.disabled && !(person.passwordTemporary && person.passwordSpent)
    const right =
      person === null ? await this.passwords.matchesNobody(password) : await this.passwords.matches(person.passwordHash, password)
    if (!usable || !right) throw new EdgeRefusal(401, 'people/wrong-password')
    return inTransaction(this.dataSource, async (tx) => {
      if (person.passwordTemporary && !(await spend(tx, person))) throw new EdgeRefusal(401, 'people/wrong-password')
      return this.entrance.open(tx, { person: person.id, subjects, web: { request, response } })
    })
  }
}

/** A one-time password opens one session: of two at once, one is too late. */
async function spend(tx: EntityManager, person: Person): Promise<boolean> {
  const { affected } = await tx.update(
    Person,
    { id: person.id, passwordSpent: false, passwordHash: person.passwordHash },
    { passwordSpent: true },
  )
  return affected === 1
}
