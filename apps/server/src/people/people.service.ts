import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import {
  conflict,
  missing,
  type NewPersonAnswer,
  type PageQuery,
  type PersonAnswer,
  type PersonChange,
  type PersonList,
  type PersonRequest,
  pageLimit,
} from '#lib/editorial'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { uuidIfAny } from '../platform/database/uuid-if-any.js'
import { EventBus } from '../platform/events/event-bus.js'
import { staleVersion } from '../platform/http/etag.js'
import { KnownDevices } from './known-devices.js'
import { loginName } from './login-name.js'
import { PasswordKeeper } from './password-keeper.js'
import { Person } from './person.entity.js'
import { newOneTimePassword } from './secrets.js'
import { Sessions } from './sessions.js'

/** Accounts of the house: who exists, who is shut out, who looks after the house. `by` is the acting person, null for the command line. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: PasswordKeeper,
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
    private readonly events: EventBus,
    private readonly audit: AuditLog,
  ) {}

  async list(query: PageQuery): Promise<PersonList> {
    const limit = pageLimit(query)
    const rows = await this.dataSource.manager
      .createQueryBuilder(Person, 'person')
      .where(
        query.after === undefined
          ? 'true'
          : `(person.createdAt, person.id) > (SELECT created_at, id FROM people WHERE id = ${uuidIfAny(':after')})`,
        { after: query.after },
      )
      .orderBy('person.createdAt')
      .addOrderBy('person.id')
      .limit(limit + 1)
      .getMany()
    const items = rows.slice(0, limit).map(personAnswer)
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
  }

  async find(id: string): Promise<PersonAnswer> {
    const person = await this.dataSource.manager.findOneBy(Person, { id })
    if (person === null) throw missing('people/missing')
    return personAnswer(person)
  }

  /** By user name, for the command line. */
  async findByLogin(login: string): Promise<PersonAnswer> {
    const person = await this.dataSource.manager.findOneBy(Person, { login: loginName(login) })
    if (person === null) throw missing('people/missing')
    return personAnswer(person)
  }

  /** Refuses: conflict when the user name is taken. The answer holds the one-time password, shown this once. */
  async add(wanted: PersonRequest, by: string | null): Promise<NewPersonAnswer> {
    const oneTimePassword = newOneTimePassword()
    const passwordHash = await this.passwords.hash(oneTimePassword)
    return inTransaction(this.dataSource, (tx) => this.addIn(tx, wanted, { oneTimePassword, passwordHash }, by))
  }

  /** Refuses: 412 on an old version, conflict when the last house administrator would go, or a person would shut out themselves. */
  async change(id: string, version: number, wanted: PersonChange, by: string | null): Promise<PersonAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('house administrators'))`)
      const person = await tx.findOneBy(Person, { id })
      if (person === null) throw missing('people/missing')
      if (wanted.disabled === true && id === by) throw conflict('people/not-yourself')
      const { affected } = await tx.update(Person, { id, version }, { ...wanted, version: version + 1 })
      if (affected !== 1) throw staleVersion(person.version, { current: personAnswer(person) })
      await refuseWithoutAdministrator(tx)
      if (wanted.disabled === true) await this.shutOut(tx, id)
      await this.audit.record(tx, { person: by, act: 'change person', object: 'person', objectId: id, detail: wanted })
      return personAnswer({ ...person, ...wanted, version: version + 1 })
    })
  }

  /** A new one-time password; whoever is signed in as this person is signed out. */
  async resetPassword(id: string, by: string | null): Promise<NewPersonAnswer> {
    const oneTimePassword = newOneTimePassword()
    const passwordHash = await this.passwords.hash(oneTimePassword)
    return inTransaction(this.dataSource, async (tx) => {
      const { affected } = await tx.update(
        Person,
        { id },
        { passwordHash, passwordTemporary: true, passwordSpent: false, version: () => 'version + 1' },
      )
      const person = await tx.findOneBy(Person, { id })
      if (affected !== 1 || person === null) throw missing('people/missing')
      await this.shutOut(tx, id)
      await this.audit.record(tx, { person: by, act: 'reset password', object: 'person', objectId: id })
      return { person: personAnswer(person), oneTimePassword }
    })
  }

  async addIn(
    tx: EntityManager,
    wanted: PersonRequest,
    secret: { oneTimePassword: string; passwordHash: string },
    by: string | null,
  ): Promise<NewPersonAnswer> {
    const login = loginName(wanted.login)
    const person = {
      id: randomUUID(),
      login,
      name: wanted.name.trim(),
      passwordHash: secret.passwordHash,
      houseAdministrator: wanted.houseAdministrator ?? false,
    }
    const { raw } = (await tx
      .createQueryBuilder()
      .insert()
      .into(Person)
      .values({ ...person, passwordTemporary: true, passwordSpent: false, disabled: false, version: 1 })
      .orIgnore()
      .returning('id')
      .execute()) as { raw: unknown[] }
    if (raw.length === 0) throw conflict('people/login-taken', { login })
    const made = await tx.findOneByOrFail(Person, { id: person.id })
    await this.audit.record(tx, {
      person: by,
      act: 'add person',
      object: 'person',
      objectId: made.id,
      detail: { login, name: made.name, houseAdministrator: made.houseAdministrator },
    })
    return { person: personAnswer(made), oneTimePassword: secret.oneTimePassword }
  }

  private async shutOut(tx: EntityManager, id: string): Promise<void> {
    await this.sessions.closeAllOf(tx, id)
    await this.devices.forgetAllOf(tx, id)
    await this.events.publish(tx, 'people', {})
  }
}

async function refuseWithoutAdministrator(tx: EntityManager): Promise<void> {
  if (!(await tx.existsBy(Person, { houseAdministrator: true, disabled: false }))) throw conflict('people/last-administrator')
}

export const personAnswer = (person: Person): PersonAnswer => ({
  id: person.id,
  login: person.login,
  name: person.name,
  houseAdministrator: person.houseAdministrator,
  disabled: person.disabled,
  mustChangePassword: person.passwordTemporary,
  version: person.version,
  createdAt: person.createdAt.toISOString(),
})
