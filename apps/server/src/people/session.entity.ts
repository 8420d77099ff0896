import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Person } from './person.entity.js'

@Entity('sessions')
@Index('sessions_of_person', ['person', 'createdAt'])
@Index('sessions_by_age', ['seenAt'])
@Index('sessions_of_provider', ['provider', 'providerSession'])
export class Session {
  @PrimaryColumn({ type: 'text', name: 'token_hash', primaryKeyConstraintName: 'sessions_token_hash' })
  tokenHash!: string

  @ForeignKey(() => Person, { name: 'sessions_person' })
  @Column({ type: 'uuid' })
  person!: string

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column({ type: 'timestamptz', name: 'seen_at', default: () => 'now()' })
  seenAt!: Date

  @Column({ type: 'text' })
  address!: string

  @Column({ type: 'text' })
  agent!: string

  /** Null: by a password of the house. */
  @Column({ type: 'text', nullable: true })
  provider!: string | null

  /** The hash of what the provider calls the sign-in. */
  @Column({ type: 'text', name: 'provider_session', nullable: true })
  providerSession!: string | null
}
