import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { TokenScope } from '#lib/editorial'
import { Person } from '../person.entity.js'

/** What a program signs in with. The table knows only the hash. */
@Entity('api_tokens')
@Unique('api_tokens_token', ['tokenHash'])
@Check('api_tokens_scope', `scope IN ('read', 'write')`)
@Index('api_tokens_of_person', ['person', 'madeAt'])
export class ApiToken {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'api_tokens_id' })
  id!: string

  @ForeignKey(() => Person, { name: 'api_tokens_person' })
  @Column({ type: 'uuid' })
  person!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'text', name: 'token_hash' })
  tokenHash!: string

  @Column({ type: 'text' })
  scope!: TokenScope

  /** Null: every publication of its owner. */
  @Column({ type: 'jsonb', nullable: true })
  publications!: string[] | null

  @Column({ type: 'timestamptz', name: 'made_at', default: () => 'now()' })
  madeAt!: Date

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null
}
