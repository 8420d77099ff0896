import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { conflict, type IdentityList, missing, type Provider } from '#lib/editorial'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { Person } from '../person.entity.js'
import { cleanName, type KnownElsewhere, subjectOfName } from './known-elsewhere.js'
import { PersonIdentity } from './person-identity.entity.js'

/** An OpenID Connect subject is exact; user names are compared without case. */
const spelling = (provider: Provider, subject: string): string => (provider === 'oidc' ? subject : subjectOfName(subject))

/** House: whoever has not been let in after a month has other ways in. */
const REMEMBERED = `interval '30 days'`

/** Whose an account elsewhere is here. */
@Injectable()
export class Identities {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditLog,
  ) {}

  async list(): Promise<IdentityList> {
    const items = (await this.dataSource.query(
      `SELECT i.provider, i.subject, json_build_object('id', p.id, 'name', p.name) AS person, i.linked_at AS "linkedAt"
       FROM person_identities i JOIN people p ON p.id = i.person ORDER BY p.name, i.provider, i.subject LIMIT 2000`,
    )) as (Omit<IdentityList['items'][number], 'linkedAt'> & { linkedAt: Date })[]
    const newcomers = (await this.dataSource.query(
      `SELECT provider, subject, name, at FROM newcomers WHERE at > now() - ${REMEMBERED} ORDER BY at DESC, subject LIMIT 200`,
    )) as (Omit<IdentityList['newcomers'][number], 'at'> & { at: Date })[]
    return {
      items: items.map((one) => ({ ...one, linkedAt: one.linkedAt.toISOString() })),
      newcomers: newcomers.map((one) => ({ ...one, at: one.at.toISOString() })),
    }
  }

  personOf(tx: EntityManager, { provider, subject }: Pick<KnownElsewhere, 'provider' | 'subject'>): Promise<Person | null> {
    return tx
      .createQueryBuilder(Person, 'person')
      .innerJoin(PersonIdentity, 'identity', 'identity.person = person.id')
      .where('identity.provider = :provider AND identity.subject = :subject', { provider, subject })
      .getOne()
  }

  /** Gives a person their account at a provider, in place of the one they had there. Refuses one that is somebody else's. */
  async link(person: string, provider: Provider, typed: string, by: string | null): Promise<IdentityList> {
    const subject = spelling(provider, typed)
    await inTransaction(this.dataSource, async (tx) => {
      if (!(await tx.existsBy(Person, { id: person }))) throw missing('people/missing')
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`identity ${provider} ${subject}`])
      const holder = await this.personOf(tx, { provider, subject })
      if (holder !== null && holder.id !== person) throw conflict('people/identity-taken', { name: holder.name })
      await tx.query('DELETE FROM person_identities WHERE person = $1 AND provider = $2 AND subject <> $3', [person, provider, subject])
      await closeSessions(tx, person, provider)
      await this.linkIn(tx, { person, provider, subject, by })
    })
    return this.list()
  }

  /** Refuses an account that is not linked. Whoever came in by it is signed out. */
  async unlink(person: string, provider: Provider, by: string | null): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const [rows] = (await tx.query('DELETE FROM person_identities WHERE person::text = $1 AND provider = $2 RETURNING subject', [
        person,
        provider,
      ])) as [{ subject: string }[], number]
      if (rows[0] === undefined) throw missing('people/identity-missing')
      await closeSessions(tx, person, provider)
      await tx.query('DELETE FROM memberships WHERE person::text = $1 AND given_by = $2', [person, provider])
      const detail = { provider, subject: rows[0].subject }
      await this.audit.record(tx, { person: by, act: 'unlink account', object: 'person', objectId: person, detail })
    })
  }

  async linkIn(
    tx: EntityManager,
    { person, provider, subject, by }: { person: string; provider: Provider; subject: string; by: string | null },
  ): Promise<void> {
    await tx.query('INSERT INTO person_identities (provider, subject, person) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      provider,
      subject,
      person,
    ])
    await tx.query('DELETE FROM newcomers WHERE provider = $1 AND subject = $2', [provider, subject])
    await this.audit.record(tx, { person: by, act: 'link account', object: 'person', objectId: person, detail: { provider, subject } })
  }

  /** Notes somebody the provider knows and nobody here does, for the administrator to see. */
  async note({ provider, subject, name }: KnownElsewhere): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      await tx.query(
        `INSERT INTO newcomers (provider, subject, name) VALUES ($1, $2, $3) ON CONFLICT (provider, subject) DO UPDATE SET at = now(), name = excluded.name`,
        [provider, subject, cleanName(name) ?? null],
      )
      await tx.query(`DELETE FROM newcomers WHERE at < now() - ${REMEMBERED}`)
      await this.audit.record(tx, { person: null, act: 'refuse sign in', object: 'account elsewhere', objectId: `${provider}:${subject}` })
    })
  }
}

const closeSessions = (tx: EntityManager, person: string, provider: Provider): Promise<unknown> =>
  tx.query('DELETE FROM sessions WHERE person::text = $1 AND provider = $2', [person, provider])
