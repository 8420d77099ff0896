import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { login } from '#lib/editorial'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { loginName } from '../login-name.js'
import { PasswordKeeper } from '../password-keeper.js'
import { PeopleService } from '../people.service.js'
import { Person } from '../person.entity.js'
import { newToken } from '../secrets.js'
import { Identities } from './identities.js'
import { cleanName, type KnownElsewhere } from './known-elsewhere.js'

/** Makes an account for somebody a provider knows, when the administrator wants that: with no role, and a password nobody knows. */
@Injectable()
export class NewPeople {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: PasswordKeeper,
    private readonly people: PeopleService,
    private readonly identities: Identities,
  ) {}

  async make(known: KnownElsewhere): Promise<void> {
    const password = newToken()
    const passwordHash = await this.passwords.hash(password)
    await inTransaction(this.dataSource, async (tx) => {
      const { provider, subject } = known
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`identity ${provider} ${subject}`])
      if ((await this.identities.personOf(tx, known)) !== null) return
      const name = await freeLogin(tx, known)
      const wanted = { login: name, name: cleanName(known.name) ?? name }
      const { person } = await this.people.addIn(tx, wanted, { oneTimePassword: password, passwordHash }, null)
      await tx.update(Person, { id: person.id }, { passwordTemporary: false })
      await this.identities.linkIn(tx, { person: person.id, provider, subject, by: null })
    })
  }
}

/** The name they have there, when it is free here and can be a user name; an account of ours is never taken over by its name. */
async function freeLogin(tx: EntityManager, { provider, subject, login: wanted }: KnownElsewhere): Promise<string> {
  const own = loginName(wanted)
  if (login.safeParse(own).success && !(await tx.existsBy(Person, { login: own }))) return own
  return `${provider}-${createHash('sha256').update(subject).digest('hex').slice(0, 12)}`
}
