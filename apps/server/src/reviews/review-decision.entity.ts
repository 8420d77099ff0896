import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Person } from '../people/person.entity.js'
import { ReviewRound } from './review-round.entity.js'

export type DecisionKind = 'approve' | 'return' | 'withdraw'

@Entity('review_decisions')
@Check('review_decisions_kind', `kind IN ('approve', 'return', 'withdraw')`)
@Index('review_decisions_of_round', ['round', 'at'])
@Index('review_decisions_one_a_stage', ['round', 'stage'], { unique: true, where: `kind = 'approve' AND NOT withdrawn` })
@Index('review_decisions_other_person', ['round', 'person'], { unique: true, where: `kind = 'approve' AND NOT withdrawn AND NOT excepted` })
export class ReviewDecision {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'review_decisions_id' })
  id!: string

  @ForeignKey(() => ReviewRound, { name: 'review_decisions_round' })
  @Column({ type: 'uuid' })
  round!: string

  @Column({ type: 'integer' })
  stage!: number

  @Column({ type: 'text' })
  kind!: DecisionKind

  @ForeignKey(() => Person, { name: 'review_decisions_person' })
  @Column({ type: 'uuid' })
  person!: string

  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string

  @Column({ type: 'text', nullable: true })
  reason!: string | null

  /** Given under the exception that lets one person act twice. */
  @Column({ type: 'boolean' })
  excepted!: boolean

  @Column({ type: 'boolean' })
  withdrawn!: boolean

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date
}
