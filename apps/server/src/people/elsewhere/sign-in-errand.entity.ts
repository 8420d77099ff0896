import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Provider } from '#lib/editorial'

/** A browser on its way to a provider and back. */
@Entity('sign_in_errands')
@Index('sign_in_errands_of_browser', ['browserHash', 'at'])
@Index('sign_in_errands_by_age', ['at'])
export class SignInErrand {
  @PrimaryColumn({ type: 'text', name: 'state_hash', primaryKeyConstraintName: 'sign_in_errands_state_hash' })
  stateHash!: string

  @Column({ type: 'text' })
  provider!: Provider

  @Column({ type: 'text', name: 'browser_hash' })
  browserHash!: string

  @Column({ type: 'text' })
  nonce!: string

  @Column({ type: 'text' })
  verifier!: string

  @Column({ type: 'text', name: 'go_to' })
  goTo!: string

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date
}
