import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { Manifest, RenderPurpose } from '#lib/editorial'
import { Issue } from '../issues/issue.entity.js'
import { Person } from '../people/person.entity.js'
import type { ApprovalRecord } from '../reviews/approval-records.js'
import type { PressTimings, PressWarning } from './press-result.js'

export type EditionState = 'made' | 'released' | 'superseded' | 'recalled'

/** The files made from one content for one purpose, with the manifest that says what is in them. What it says of itself never changes, only its state. */
@Entity('editions')
@ForeignKey(() => Issue, ['issue', 'publication'], ['id', 'publication'], { name: 'editions_issue' })
@Unique('editions_once', ['issue', 'purpose', 'contentHash'])
@Check('editions_purpose', `purpose IN ('draft', 'release', 'unreviewed')`)
@Check('editions_state', `state IN ('made', 'released', 'superseded', 'recalled')`)
@Check('editions_only_reviewed_released', `state = 'made' OR purpose = 'release'`)
@Index('editions_in_order', ['publication', 'madeAt', 'id'])
@Index('editions_one_released', ['issue'], { unique: true, where: `state = 'released'` })
export class Edition {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'editions_id' })
  id!: string

  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'uuid' })
  issue!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'integer' })
  number!: number

  @Column({ type: 'text' })
  purpose!: RenderPurpose

  @Column({ type: 'text' })
  state!: EditionState

  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string

  @Column({ type: 'integer' })
  pages!: number

  @Column({ type: 'jsonb' })
  warnings!: PressWarning[]

  @Column({ type: 'jsonb' })
  timings!: PressTimings

  /** Kept as the very text it was written in. */
  @Column({ type: 'json' })
  manifest!: Manifest

  /** Who approved it, fixed at release. */
  @Column({ type: 'jsonb', nullable: true })
  approvals!: ApprovalRecord[] | null

  @Column({ type: 'timestamptz', name: 'made_at', default: () => 'now()' })
  madeAt!: Date

  @Column({ type: 'timestamptz', name: 'released_at', nullable: true })
  releasedAt!: Date | null

  @ForeignKey(() => Person, { name: 'editions_released_by' })
  @Column({ type: 'uuid', name: 'released_by', nullable: true })
  releasedBy!: string | null

  @Column({ type: 'timestamptz', name: 'recalled_at', nullable: true })
  recalledAt!: Date | null

  @Column({ type: 'text', name: 'recall_reason', nullable: true })
  recallReason!: string | null
}
