import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

@Entity('sign_in_tries')
@Index('sign_in_tries_of_subject', ['subject', 'at'])
@Index('sign_in_tries_by_age', ['at'])
export class SignInTry {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'sign_in_tries_id' })
  id!: string

  /** What is being counted: an account, an account on one device, or an address. */
  @Column({ type: 'text' })
  subject!: string

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date
}
