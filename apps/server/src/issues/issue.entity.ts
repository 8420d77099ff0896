import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { IssueState } from '#lib/editorial'
import { Person } from '../people/person.entity.js'
import { Publication } from '../publications/publication.entity.js'

@Entity('issues')
@Unique('issues_in_publication', ['id', 'publication'])
@Unique('issues_number_once', ['publication', 'year', 'number'])
@Unique('issues_total_once', ['publication', 'totalNumber'])
@Check('issues_state', `state IN ('draft', 'in-review', 'approved', 'rendered', 'released', 'recalled')`)
@Check('issues_number_whole', `(year IS NULL) = (number IS NULL) AND (total_number IS NULL OR number IS NOT NULL)`)
@Check('issues_content_fixed', `(state = 'draft') = (content_hash IS NULL)`)
@Check('issues_stage', `stage >= 0 AND (state <> 'draft' OR stage = 0)`)
@Index('issues_in_order', ['publication', 'madeAt', 'id'])
export class Issue {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'issues_id' })
  id!: string

  @ForeignKey(() => Publication, { name: 'issues_publication' })
  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'integer', nullable: true })
  year!: number | null

  @Column({ type: 'integer', nullable: true })
  number!: number | null

  @Column({ type: 'integer', name: 'total_number', nullable: true })
  totalNumber!: number | null

  /** ISO. */
  @Column({ type: 'date', nullable: true })
  date!: string | null

  @Column({ type: 'jsonb', name: 'title_lines' })
  titleLines!: string[]

  @Column({ type: 'jsonb' })
  editors!: string[]

  @Column({ type: 'text', nullable: true })
  contact!: string | null

  @Column({ type: 'text' })
  state!: IssueState

  /** How many stages have approved. */
  @Column({ type: 'integer' })
  stage!: number

  /** 1, and one more for each correction. */
  @Column({ type: 'integer' })
  edition!: number

  /** The press order under review or approved; null in a draft. */
  @Column({ type: 'text', name: 'content_hash', nullable: true })
  contentHash!: string | null

  @Column({ type: 'integer' })
  version!: number

  @ForeignKey(() => Person, { name: 'issues_made_by' })
  @Column({ type: 'uuid', name: 'made_by', nullable: true })
  madeBy!: string | null

  @Column({ type: 'timestamptz', name: 'made_at', default: () => 'now()' })
  madeAt!: Date
}
