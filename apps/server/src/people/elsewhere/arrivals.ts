import { Inject, Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import { DataSource, type EntityManager } from 'typeorm'
import { forbidden } from '#lib/editorial'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { Entrance } from '../entrance.js'
import type { Person } from '../person.entity.js'
import type { Subject } from '../sign-in-throttle.js'
import { settleRoles } from './group-roles.js'
import { Identities } from './identities.js'
import type { KnownElsewhere } from './known-elsewhere.js'
import { NewPeople } from './new-people.js'

/** Lets in whom a provider has signed in, when they are somebody here. */
@Injectable()
export class Arrivals {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly identities: Identities,
    private readonly newPeople: NewPeople,
    private readonly entrance: Entrance,
  ) {}

  /** Answers the session's secret. Refuses: an account that is nobody's here, one whose person was disabled. */
  async enter(known: KnownElsewhere, subjects: readonly Subject[], web: { request: Request; response: Response }): Promise<string> {
    const { create, roles } = this.config.signIn
    if ((await this.identities.personOf(this.dataSource.manager, known)) === null) {
      if (!create) await this.turnAway(known)
      await this.newPeople.make(known)
    }
    return inTransaction(this.dataSource, async (tx) => {
      const person = await this.personIn(tx, known)
      const { provider, session } = known
      const changed = await settleRoles(tx, person.id, known, roles)
      return this.entrance.open(tx, { person: person.id, subjects, web, origin: { provider, session }, detail: { provider, ...changed } })
    })
  }

  private async personIn(tx: EntityManager, known: KnownElsewhere): Promise<Person> {
    const person = await this.identities.personOf(tx, known)
    if (person === null) throw forbidden('people/elsewhere-unknown')
    if (person.disabled) throw forbidden('people/elsewhere-disabled')
    return person
  }

  private async turnAway(known: KnownElsewhere): Promise<never> {
    await this.identities.note(known)
    throw forbidden('people/elsewhere-unknown')
  }
}
