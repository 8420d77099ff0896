import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Person } from '../people/person.entity.js'
import { Publication } from '../publications/publication.entity.js'

export type SnapshotOrigin = 'upload' | 'paste' | 'bulletin' | 'folder' | 'web'

@Entity('snapshots')
@Unique('snapshots_in_publication', ['id', 'publication'])
@Check('snapshots_origin', `origin IN ('upload', 'paste', 'bulletin', 'folder', 'web')`)
@Index('snapshots_in_order', ['publication', 'takenAt', 'id'])
@Index('snapshots_by_bytes', ['sha256'])
export class Snapshot {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'snapshots_id' })
  id!: string

  @ForeignKey(() => Publication, { name: 'snapshots_publication' })
  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'text' })
  sha256!: string

  @Column({ type: 'integer' })
  bytes!: number

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'text' })
  origin!: SnapshotOrigin

  @Column({ type: 'text', name: 'media_type' })
  mediaType!: string

  @Column({ type: 'text', nullable: true })
  url!: string | null

  @ForeignKey(() => Person, { name: 'snapshots_taken_by' })
  @Column({ type: 'uuid', name: 'taken_by', nullable: true })
  takenBy!: string | null

  @Column({ type: 'timestamptz', name: 'taken_at', default: () => 'now()' })
  takenAt!: Date
}
