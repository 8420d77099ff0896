import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { Change, ReviewStage } from '#lib/editorial'
import { Issue } from '../issues/issue.entity.js'
import { Person } from '../people/person.entity.js'

export type RoundEnding = 'returned' | 'pulled-back' | 'changed' | 'corrected'

/** One submission and what reviewers say to it; a change of the content ends it. */
@Entity('review_rounds')
@Unique('review_rounds_once', ['issue', 'number'])
@Check('review_rounds_ending', `ending IN ('returned', 'pulled-back', 'changed', 'corrected')`)
@Check('review_rounds_ended', `(ending IS NULL) = (ended_at IS NULL)`)
@Index('review_rounds_one_open', ['issue'], { unique: true, where: 'ending IS NULL' })
export class ReviewRound {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'review_rounds_id' })
  id!: string

  @ForeignKey(() => Issue, { name: 'review_rounds_issue' })
  @Column({ type: 'uuid' })
  issue!: string

  @Column({ type: 'integer' })
  number!: number

  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string

  /** The publication's stages as they stood at submission. */
  @Column({ type: 'jsonb' })
  stages!: ReviewStage[]

  @Column({ type: 'jsonb' })
  changes!: Change[]

  @ForeignKey(() => Person, { name: 'review_rounds_submitted_by' })
  @Column({ type: 'uuid', name: 'submitted_by', nullable: true })
  submittedBy!: string | null

  @Column({ type: 'timestamptz', name: 'submitted_at', default: () => 'now()' })
  submittedAt!: Date

  @Column({ type: 'text', nullable: true })
  ending!: RoundEnding | null

  @ForeignKey(() => Person, { name: 'review_rounds_ended_by' })
  @Column({ type: 'uuid', name: 'ended_by', nullable: true })
  endedBy!: string | null

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null

  @Column({ type: 'text', name: 'end_reason', nullable: true })
  endReason!: string | null

  /** What differed when a change ended the round. */
  @Column({ type: 'jsonb', name: 'end_changes' })
  endChanges!: Change[]
}
