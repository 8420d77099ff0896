import { Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { DataSource } from 'typeorm'
import { forbidden, type Role, type TokenScope } from '#lib/editorial'
import { EdgeRefusal } from '../../platform/errors/edge-refusal.js'
import type { Visitor } from '../../platform/guard/policy.js'
import { tokenHash } from '../secrets.js'

interface Row {
  readonly token: string
  readonly person: string
  readonly scope: TokenScope
  readonly publications: string[] | null
  readonly temporary: boolean
  readonly memberships: { publication: string; role: Role }[]
}

const FIND = `SELECT t.id AS token, p.id AS person, t.scope, t.publications, p.password_temporary AS temporary,
    coalesce(json_agg(json_build_object('publication', m.publication, 'role', m.role)) FILTER (WHERE m.person IS NOT NULL), '[]') AS memberships
  FROM api_tokens t JOIN people p ON p.id = t.person LEFT JOIN memberships m ON m.person = p.id
  WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > now() AND NOT p.disabled GROUP BY t.id, p.id`

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Knows a program by its bearer token: it may what its owner may at this moment, in the publications it is for, and never look after the house. */
@Injectable()
export class TokenVisitors {
  constructor(private readonly dataSource: DataSource) {}

  /** Undefined for a request without one. Refuses: a token that is none (401), one for looking that wants to change (403). */
  async visitorOf(request: Request): Promise<Visitor | undefined> {
    const [, secret] = /^Bearer ([\w-]{43})$/i.exec(request.headers.authorization ?? '') ?? []
    if (secret === undefined) return undefined
    const [row] = (await this.dataSource.query(FIND, [tokenHash(secret)])) as Row[]
    if (row === undefined) throw new EdgeRefusal(401, 'http/unauthenticated')
    if (row.scope === 'read' && !harmless.has(request.method)) throw forbidden('people/token-only-reads')
    await this.dataSource.query(
      `UPDATE api_tokens SET last_used_at = now() WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [row.token],
    )
    const hindrance = row.temporary ? 'people/change-password-first' : undefined
    return { actor: { id: row.person, houseAdministrator: false, roles: rolesOf(row) }, via: 'bearer', hindrance }
  }
}

function rolesOf({ memberships, publications }: Row): Record<string, Role[]> {
  const roles: Record<string, Role[]> = {}
  for (const { publication, role } of memberships)
    if (publications === null || publications.includes(publication)) roles[publication] = [...(roles[publication] ?? []), role]
  return roles
}
