import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Person } from '../people/person.entity.js'
import { ReviewRound } from './review-round.entity.js'

/** 转办: one reviewer handed a stage of a round to another. The last one counts. */
@Entity('review_delegations')
@Index('review_delegations_of_round', ['round', 'at'])
export class ReviewDelegation {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'review_delegations_id' })
  id!: string

  @ForeignKey(() => ReviewRound, { name: 'review_delegations_round' })
  @Column({ type: 'uuid' })
  round!: string

  @Column({ type: 'integer' })
  stage!: number

  @ForeignKey(() => Person, { name: 'review_delegations_by' })
  @Column({ type: 'uuid', name: 'delegated_by' })
  by!: string

  @ForeignKey(() => Person, { name: 'review_delegations_delegate' })
  @Column({ type: 'uuid' })
  delegate!: string

  @Column({ type: 'text' })
  reason!: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date
}
