import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type Actor, conflict, missing, type NewTokenAnswer, rolesIn, type TokenAnswer, type TokenRequest } from '#lib/editorial'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { newToken, tokenHash } from '../secrets.js'
import { ApiToken } from './api-token.entity.js'

/** House: a person has a handful of programs. */
const MOST_TOKENS = 20

/** The tokens of a person: made, listed, revoked by themselves alone. */
@Injectable()
export class TokensService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditLog,
  ) {}

  async list(person: string): Promise<TokenAnswer[]> {
    return (await this.dataSource.manager.find(ApiToken, { where: { person }, order: { madeAt: 'DESC' } })).map(tokenAnswer)
  }

  /** Refuses: a publication its owner has no role in, one too many. */
  async make({ name, scope, days, publications }: TokenRequest, actor: Actor): Promise<NewTokenAnswer> {
    if (publications?.some((one) => rolesIn(actor, one).length === 0) === true) throw missing('publication/missing')
    return inTransaction(this.dataSource, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`tokens ${actor.id}`])
      const [living] = (await tx.query(
        'SELECT count(*)::integer AS count FROM api_tokens WHERE person = $1 AND revoked_at IS NULL AND expires_at > now()',
        [actor.id],
      )) as { count: number }[]
      if ((living?.count ?? 0) >= MOST_TOKENS) throw conflict('people/too-many-tokens', { count: MOST_TOKENS })
      const secret = newToken()
      const id = randomUUID()
      const expiresAt = (): string => `now() + interval '${days} days'`
      const row = { id, person: actor.id, name, tokenHash: tokenHash(secret), scope, publications: publications ?? null, expiresAt }
      await tx.createQueryBuilder().insert().into(ApiToken).values(row).execute()
      await this.audit.record(tx, {
        person: actor.id,
        act: 'make token',
        object: 'token',
        objectId: id,
        detail: { name, scope, days, publications },
      })
      return { token: tokenAnswer(await tx.findOneByOrFail(ApiToken, { id })), secret }
    })
  }

  async revoke(id: string, person: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const token = await tx.findOneBy(ApiToken, { id, person })
      if (token === null) throw missing('people/token-missing')
      if (token.revokedAt !== null) return
      await tx.update(ApiToken, { id }, { revokedAt: () => 'now()' })
      await this.audit.record(tx, { person, act: 'revoke token', object: 'token', objectId: id })
    })
  }
}

const tokenAnswer = (one: ApiToken): TokenAnswer => ({
  id: one.id,
  name: one.name,
  scope: one.scope,
  publications: one.publications,
  madeAt: one.madeAt.toISOString(),
  expiresAt: one.expiresAt.toISOString(),
  lastUsedAt: one.lastUsedAt?.toISOString() ?? null,
  revokedAt: one.revokedAt?.toISOString() ?? null,
})
