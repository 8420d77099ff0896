import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { ReviewRound } from './review-round.entity.js'

/** By which day a stage of a round should be decided. */
@Entity('review_deadlines')
export class ReviewDeadline {
  @ForeignKey(() => ReviewRound, { name: 'review_deadlines_round' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'review_deadlines_once' })
  round!: string

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'review_deadlines_once' })
  stage!: number

  @Column({ type: 'date' })
  due!: string
}
