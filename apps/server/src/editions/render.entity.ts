import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { RefusalParams, RenderPurpose, RenderState, RenderStep } from '#lib/editorial'
import { Issue } from '../issues/issue.entity.js'
import { Person } from '../people/person.entity.js'
import { Edition } from './edition.entity.js'

export interface PinRecord {
  readonly article: string
  readonly version: number
  readonly snapshotSha256: string | null
}

/** One wish for files: the same content for the same purpose is one row, however often it is asked for. */
@Entity('renders')
@ForeignKey(() => Issue, ['issue', 'publication'], ['id', 'publication'], { name: 'renders_issue' })
@Unique('renders_once', ['issue', 'purpose', 'contentHash'])
@Check('renders_purpose', `purpose IN ('draft', 'release', 'unreviewed')`)
@Check('renders_state', `state IN ('queued', 'running', 'done', 'failed', 'cancelled')`)
@Check('renders_done', `(state = 'done') = (edition IS NOT NULL)`)
@Check('renders_finished', `(state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)`)
@Index('renders_due', ['beatAt'], { where: `state IN ('queued', 'running')` })
@Index('renders_of_issue', ['issue', 'requestedAt'])
export class Render {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'renders_id' })
  id!: string

  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'uuid' })
  issue!: string

  @Column({ type: 'text', name: 'issue_name' })
  issueName!: string

  @Column({ type: 'text' })
  purpose!: RenderPurpose

  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string

  /** Which version of which article the content was made of, in reading order. */
  @Column({ type: 'jsonb' })
  pins!: PinRecord[]

  @Column({ type: 'text' })
  state!: RenderState

  @Column({ type: 'text', nullable: true })
  step!: RenderStep | null

  @Column({ type: 'integer', nullable: true })
  pages!: number | null

  /** The fencing token: whoever claims the render raises it, and only the holder of the newest may write. */
  @Column({ type: 'integer' })
  attempt!: number

  /** How often an attempt ended in a fault since it was last asked for. */
  @Column({ type: 'integer' })
  failures!: number

  /** How often it was asked for anew; part of the job's id, so that no old job silences a new wish. */
  @Column({ type: 'integer' })
  rings!: number

  @Column({ type: 'text', name: 'error_code', nullable: true })
  errorCode!: string | null

  @Column({ type: 'jsonb', name: 'error_params' })
  errorParams!: RefusalParams

  @ForeignKey(() => Edition, { name: 'renders_edition' })
  @Column({ type: 'uuid', nullable: true })
  edition!: string | null

  @ForeignKey(() => Person, { name: 'renders_requested_by' })
  @Column({ type: 'uuid', name: 'requested_by', nullable: true })
  requestedBy!: string | null

  @Column({ type: 'timestamptz', name: 'requested_at', default: () => 'now()' })
  requestedAt!: Date

  /** When the worker last said it is alive; long silence means the job is lost. */
  @Column({ type: 'timestamptz', name: 'beat_at', default: () => 'now()' })
  beatAt!: Date

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null
}
