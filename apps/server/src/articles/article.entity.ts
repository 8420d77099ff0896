import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { Provenance } from '#lib/editorial'
import { Publication } from '../publications/publication.entity.js'
import { Snapshot } from '../sources/snapshot.entity.js'

@Entity('articles')
@Unique('articles_in_publication', ['id', 'publication'])
@ForeignKey(() => Snapshot, ['snapshot', 'publication'], ['id', 'publication'], { name: 'articles_snapshot' })
@Index('articles_in_order', ['publication', 'createdAt', 'id'])
export class Article {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'articles_id' })
  id!: string

  @ForeignKey(() => Publication, { name: 'articles_publication' })
  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'uuid', nullable: true })
  snapshot!: string | null

  /** Number of the newest version; what If-Match is compared with. */
  @Column({ type: 'integer' })
  version!: number

  @Column({ type: 'boolean' })
  discarded!: boolean

  /** Where the fields of its first version were read. */
  @Column({ type: 'jsonb', default: [] })
  provenance!: Provenance[]

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date
}
