import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { Provider, Role } from '#lib/editorial'
import { newToken, tokenHash } from './secrets.js'

/** Source: trust.md S19, 30 minutes without a request, 12 hours in all; by the database's clock, so no worker's clock prolongs it. */
const LIVING = `s.seen_at > now() - interval '30 minutes' AND s.created_at > now() - interval '12 hours' AND NOT p.disabled`

/** House: a person works at a desk, a laptop and a telephone; the oldest session ends beyond this. */
const MOST_SESSIONS = 10

export interface SignedInPerson {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly houseAdministrator: boolean
  readonly passwordTemporary: boolean
  readonly roles: Readonly<Record<string, readonly Role[]>>
}

/** Where a session was opened when not by a password of the house, and what the provider calls it. */
export interface SessionOrigin {
  readonly provider: Provider
  readonly session: string | undefined
}

interface Row extends Omit<SignedInPerson, 'roles'> {
  readonly memberships: { publication: string; role: Role }[]
}

const FIND = `SELECT p.id, p.login, p.name, p.house_administrator AS "houseAdministrator", p.password_temporary AND s.provider IS NULL AS "passwordTemporary",
    coalesce(json_agg(json_build_object('publication', m.publication, 'role', m.role) ORDER BY m.publication, m.role) FILTER (WHERE m.person IS NOT NULL), '[]') AS memberships
  FROM sessions s JOIN people p ON p.id = s.person LEFT JOIN memberships m ON m.person = p.id
  WHERE s.token_hash = $1 AND ${LIVING} GROUP BY p.id, s.provider`

/** Who is signed in from where. A session is a secret the browser holds; the table knows only its hash. */
@Injectable()
export class Sessions {
  constructor(private readonly dataSource: DataSource) {}

  async open(tx: EntityManager, person: string, from: { address: string; agent: string }, origin?: SessionOrigin): Promise<string> {
    const token = newToken()
    await tx.query(
      'INSERT INTO sessions (token_hash, person, address, agent, provider, provider_session) VALUES ($1, $2, $3, $4, $5, $6)',
      [
        tokenHash(token),
        person,
        from.address,
        from.agent,
        origin?.provider ?? null,
        origin?.session === undefined ? null : tokenHash(origin.session),
      ],
    )
    await tx.query(
      'DELETE FROM sessions WHERE token_hash IN (SELECT token_hash FROM sessions WHERE person = $1 ORDER BY created_at DESC, token_hash OFFSET $2)',
      [person, MOST_SESSIONS],
    )
    await tx.query(`DELETE FROM sessions WHERE seen_at < now() - interval '1 day'`)
    return token
  }

  /** The person behind a session as they are now: a role taken away is gone with the next request. */
  async find(token: string): Promise<SignedInPerson | undefined> {
    const [row] = (await this.dataSource.query(FIND, [tokenHash(token)])) as Row[]
    if (row === undefined) return undefined
    await this.dataSource.query(`UPDATE sessions SET seen_at = now() WHERE token_hash = $1 AND seen_at < now() - interval '1 minute'`, [
      tokenHash(token),
    ])
    const { memberships, ...person } = row
    return { ...person, roles: byPublication(memberships) }
  }

  /** Answers where it was opened, when elsewhere. */
  async close(token: string): Promise<Provider | null> {
    const [rows] = (await this.dataSource.query('DELETE FROM sessions WHERE token_hash = $1 RETURNING provider', [tokenHash(token)])) as [
      { provider: Provider | null }[],
      number,
    ]
    return rows[0]?.provider ?? null
  }

  /** Ends what a provider has ended: the session it names, or without one every session the person opened there. Answers whose they were. */
  async closeElsewhere(tx: EntityManager, { provider, session }: SessionOrigin, person?: string): Promise<readonly string[]> {
    const [rows] = (await tx.query(
      `DELETE FROM sessions WHERE provider = $1 AND CASE WHEN $2::text IS NULL THEN person::text = $3 ELSE provider_session = $2 END RETURNING person`,
      [provider, session === undefined ? null : tokenHash(session), person ?? null],
    )) as [{ person: string }[], number]
    return [...new Set(rows.map((row) => row.person))]
  }

  async closeAllOf(tx: EntityManager, person: string): Promise<void> {
    await tx.query('DELETE FROM sessions WHERE person = $1', [person])
  }
}

function byPublication(memberships: Row['memberships']): Record<string, Role[]> {
  const roles: Record<string, Role[]> = {}
  for (const { publication, role } of memberships) roles[publication] = [...(roles[publication] ?? []), role]
  return roles
}
