import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm'
import type { NumberingRule, ReviewStage } from '#lib/editorial'

@Entity('publications')
@Unique('publications_name_once', ['name'])
@Check('publications_three_stages', `jsonb_array_length(stages) >= 3 OR review_exception IS NOT NULL`)
export class Publication {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'publications_id' })
  id!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'text', nullable: true })
  publisher!: string | null

  @Column({ type: 'text' })
  style!: string

  @Column({ type: 'jsonb' })
  numbering!: NumberingRule

  @Column({ type: 'jsonb' })
  columns!: string[]

  @Column({ type: 'jsonb' })
  stages!: ReviewStage[]

  /** The switch for small units and why it is on; null is off. */
  @Column({ type: 'jsonb', name: 'review_exception', nullable: true })
  reviewException!: { reason: string } | null

  @Column({ type: 'jsonb' })
  editors!: string[]

  @Column({ type: 'text', nullable: true })
  contact!: string | null

  /** Whether a stage can only be passed when no comment is open. */
  @Column({ type: 'boolean', name: 'resolve_first', default: false })
  resolveFirst!: boolean

  /** The check of internal publications with the permit's number; null is off. */
  @Column({ type: 'jsonb', nullable: true })
  internal!: { permit: string | null } | null

  /** Whether anybody may read what is released. */
  @Column({ type: 'boolean', name: 'open_to_readers', default: false })
  openToReaders!: boolean

  @Column({ type: 'integer' })
  version!: number

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date
}
