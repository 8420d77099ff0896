import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { conflict, type MemberAnswer, missing, type Role } from '#lib/editorial'
import { Membership } from '../people/membership.entity.js'
import { Person } from '../people/person.entity.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { EventBus } from '../platform/events/event-bus.js'
import { publicationById } from './publications.service.js'

interface Row {
  readonly id: string
  readonly name: string
  readonly login: string
  readonly disabled: boolean
  readonly roles: Role[]
}

/** Who is what in a publication. */
@Injectable()
export class MembersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: EventBus,
    private readonly audit: AuditLog,
  ) {}

  async list(publication: string): Promise<MemberAnswer[]> {
    const rows = (await this.dataSource.query(
      `SELECT p.id, p.name, p.login, p.disabled, json_agg(m.role ORDER BY m.role) AS roles FROM memberships m JOIN people p ON p.id = m.person
       WHERE m.publication = $1 GROUP BY p.id ORDER BY p.name, p.id`,
      [publication],
    )) as Row[]
    return rows.map(({ id, name, login, disabled, roles }) => ({ person: { id, name }, login, disabled, roles }))
  }

  /** Sets all roles of one person; an empty list lets them go. Refuses: an unknown person, or leaving the publication without an administrator. */
  async set(publication: string, person: string, roles: readonly Role[], by: string | null): Promise<MemberAnswer[]> {
    await inTransaction(this.dataSource, (tx) => this.setIn(tx, publication, { person, roles, by }))
    return this.list(publication)
  }

  async setIn(
    tx: EntityManager,
    publication: string,
    { person, roles, by }: { person: string; roles: readonly Role[]; by: string | null },
  ): Promise<void> {
    await publicationById(tx, publication)
    if (!(await tx.existsBy(Person, { id: person }))) throw missing('people/missing')
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`members ${publication}`])
    const administered = await hasAdministrator(tx, publication)
    await tx.delete(Membership, { publication, person })
    for (const role of new Set(roles)) await tx.insert(Membership, { publication, person, role })
    if (administered && !(await hasAdministrator(tx, publication))) throw conflict('publication/last-administrator')
    await this.events.publish(tx, 'people', {})
    await this.audit.record(tx, { person: by, act: 'set roles', object: 'person', objectId: person, publication, detail: { roles } })
  }
}

const hasAdministrator = (tx: EntityManager, publication: string): Promise<boolean> =>
  tx.existsBy(Membership, { publication, role: 'administrator' })
