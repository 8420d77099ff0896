import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { ImportedAnswer, RepairsAnswer } from '#lib/editorial'
import { Person } from '../../people/person.entity.js'
import { ErrandColumns } from '../../sources/errands/errand-columns.js'
import { Snapshot } from '../../sources/snapshot.entity.js'
import { PastBatch } from './past-batch.entity.js'

/** One past bulletin of a batch: its file, and once it is read what was read from it. */
@Entity('past_issues')
@ForeignKey(() => PastBatch, ['batch', 'publication'], ['id', 'publication'], { name: 'past_issues_batch' })
@ForeignKey(() => Snapshot, ['snapshot', 'publication'], ['id', 'publication'], { name: 'past_issues_snapshot' })
@Unique('past_issues_once', ['batch', 'sha256'])
@Check('past_issues_state', `state IN ('queued', 'running', 'done', 'failed', 'cancelled')`)
@Check('past_issues_done', `state <> 'done' OR imported IS NOT NULL`)
@Check('past_issues_finished', `(state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)`)
@Index('past_issues_due', ['beatAt'], { where: `state IN ('queued', 'running')` })
@Index('past_issues_by_snapshot', ['snapshot'])
@Index('past_issues_in_order', ['publication', 'requestedAt', 'id'])
export class PastIssue extends ErrandColumns {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'past_issues_id' })
  id!: string

  @Column({ type: 'uuid' })
  publication!: string

  /** Null for one that was brought in by itself. */
  @Column({ type: 'uuid', nullable: true })
  batch!: string | null

  /** As its owner called it. */
  @Column({ type: 'text' })
  file!: string

  @Column({ type: 'text' })
  sha256!: string

  @Column({ type: 'integer' })
  bytes!: number

  @Column({ type: 'text', name: 'media_type' })
  mediaType!: string

  @Column({ type: 'uuid', nullable: true })
  snapshot!: string | null

  @Column({ type: 'integer', nullable: true })
  year!: number | null

  @Column({ type: 'integer', nullable: true })
  number!: number | null

  @Column({ type: 'jsonb', nullable: true })
  imported!: ImportedAnswer | null

  @Column({ type: 'integer', default: 0 })
  articles!: number

  @Column({ type: 'integer', default: 0 })
  doubts!: number

  /** Lines that belong to nothing. */
  @Column({ type: 'integer', default: 0 })
  residue!: number

  @Column({ type: 'boolean', default: false })
  damaged!: boolean

  /** The suspected characters of a damaged text in their words. */
  @Column({ type: 'jsonb', default: [] })
  concordance!: RepairsAnswer['concordance']

  /** What a person confirmed. */
  @Column({ type: 'jsonb', default: [] })
  repairs!: RepairsAnswer['repairs']

  /** How often each was made when it was read last. */
  @Column({ type: 'jsonb', default: [] })
  repaired!: RepairsAnswer['repaired']

  /** Who looked at the doubts and found the articles right. */
  @ForeignKey(() => Person, { name: 'past_issues_confirmed_by' })
  @Column({ type: 'uuid', name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null

  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null

  @ForeignKey(() => Person, { name: 'past_issues_requested_by' })
  @Column({ type: 'uuid', name: 'requested_by', nullable: true })
  requestedBy!: string | null
}
