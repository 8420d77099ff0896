import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { ErrandColumns } from '../errands/errand-columns.js'
import { Snapshot } from '../snapshot.entity.js'

/** A file offered with an original: listed as soon as it is seen, kept byte for byte once it was fetched. */
@Entity('attachments')
@ForeignKey(() => Snapshot, ['snapshot', 'publication'], ['id', 'publication'], { name: 'attachments_snapshot' })
@Unique('attachments_once', ['snapshot', 'url'])
@Check('attachments_state', `state IN ('queued', 'running', 'done', 'failed', 'cancelled')`)
@Check('attachments_done', `state <> 'done' OR (sha256 IS NOT NULL AND bytes IS NOT NULL AND media_type IS NOT NULL)`)
@Check('attachments_finished', `(state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)`)
@Index('attachments_due', ['beatAt'], { where: `state IN ('queued', 'running')` })
@Index('attachments_by_bytes', ['sha256'], { where: 'sha256 IS NOT NULL' })
export class Attachment extends ErrandColumns {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'attachments_id' })
  id!: string

  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'uuid' })
  snapshot!: string

  /** In the order of the page, from 0. */
  @Column({ type: 'integer' })
  place!: number

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'text' })
  url!: string

  @Column({ type: 'text', nullable: true })
  sha256!: string | null

  @Column({ type: 'integer', nullable: true })
  bytes!: number | null

  @Column({ type: 'text', name: 'media_type', nullable: true })
  mediaType!: string | null
}
