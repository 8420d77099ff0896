import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Person } from '../../people/person.entity.js'
import { Publication } from '../../publications/publication.entity.js'

/** Past bulletins that are brought in together. */
@Entity('past_batches')
@Unique('past_batches_in_publication', ['id', 'publication'])
@Index('past_batches_in_order', ['publication', 'madeAt', 'id'])
export class PastBatch {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'past_batches_id' })
  id!: string

  @ForeignKey(() => Publication, { name: 'past_batches_publication' })
  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'text' })
  name!: string

  @ForeignKey(() => Person, { name: 'past_batches_made_by' })
  @Column({ type: 'uuid', name: 'made_by', nullable: true })
  madeBy!: string | null

  @Column({ type: 'timestamptz', name: 'made_at', default: () => 'now()' })
  madeAt!: Date
}
