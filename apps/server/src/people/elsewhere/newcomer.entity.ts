import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Provider } from '#lib/editorial'

/** Somebody a provider knows and nobody here does, so that an administrator need not be told their number by telephone. */
@Entity('newcomers')
@Index('newcomers_by_age', ['at'])
export class Newcomer {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'newcomers_once' })
  provider!: Provider

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'newcomers_once' })
  subject!: string

  @Column({ type: 'text', nullable: true })
  name!: string | null

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date
}
