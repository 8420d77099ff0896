import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { inTransaction } from '../platform/database/in-transaction.js'
import { PasswordKeeper } from './password-keeper.js'
import { PeopleService } from './people.service.js'
import { Person } from './person.entity.js'
import { newOneTimePassword } from './secrets.js'

export const FIRST_LOGIN = 'admin'

export interface FirstSignIn {
  readonly login: string
  readonly oneTimePassword: string
}

/** The way in to an empty house: one administrator whose password is made by chance, told once, and replaced at first sign-in. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: PasswordKeeper,
    private readonly people: PeopleService,
  ) {}

  /**
   * Makes the administrator of an empty house; as long as they have not chosen a password of their own, each start makes a new one-time password,
   * so that a lost one shuts nobody out. Undefined once the house has an administrator with a password of their own.
   */
  async prepare(): Promise<FirstSignIn | undefined> {
    const oneTimePassword = newOneTimePassword()
    const passwordHash = await this.passwords.hash(oneTimePassword)
    return inTransaction(this.dataSource, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('house administrators'))`)
      if (await tx.existsBy(Person, { houseAdministrator: true, passwordTemporary: false })) return undefined
      const renewed = await tx.update(
        Person,
        { login: FIRST_LOGIN, houseAdministrator: true, passwordTemporary: true },
        { passwordHash, passwordSpent: false },
      )
      if (renewed.affected === 1) return { login: FIRST_LOGIN, oneTimePassword }
      if (await tx.existsBy(Person, { houseAdministrator: true })) return undefined
      await this.people.addIn(
        tx,
        { login: FIRST_LOGIN, name: '系统管理员', houseAdministrator: true },
        { oneTimePassword, passwordHash },
        null,
      )
      return { login: FIRST_LOGIN, oneTimePassword }
    })
  }
}
