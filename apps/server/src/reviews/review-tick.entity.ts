import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Person } from '../people/person.entity.js'
import { ReviewRound } from './review-round.entity.js'

/** One point of a stage's checklist, ticked by a person. */
@Entity('review_ticks')
export class ReviewTick {
  @ForeignKey(() => ReviewRound, { name: 'review_ticks_round' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'review_ticks_once' })
  round!: string

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'review_ticks_once' })
  stage!: number

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'review_ticks_once' })
  item!: number

  @ForeignKey(() => Person, { name: 'review_ticks_person' })
  @Column({ type: 'uuid' })
  person!: string

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date
}
