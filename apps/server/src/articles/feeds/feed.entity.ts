import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { FeedHealth, ListRule, RefusalParams, RoutingRule } from '#lib/editorial'
import { Person } from '../../people/person.entity.js'
import { Publication } from '../../publications/publication.entity.js'
import { ErrandColumns } from '../../sources/errands/errand-columns.js'

/** A feed or a watched page. Each visit is an errand of this row; between visits the errand is over. */
@Entity('feeds')
@Unique('feeds_in_publication', ['id', 'publication'])
@Unique('feeds_address_once', ['publication', 'address'])
@Check('feeds_every', 'every_minutes >= 15')
@Check('feeds_state', `state IN ('queued', 'running', 'done', 'failed', 'cancelled')`)
@Check('feeds_health', `health IN ('new', 'good', 'silent', 'changed', 'failing', 'barred')`)
@Index('feeds_due', ['dueAt'], { where: 'NOT paused' })
export class Feed extends ErrandColumns {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'feeds_id' })
  id!: string

  @ForeignKey(() => Publication, { name: 'feeds_publication' })
  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'text' })
  address!: string

  @Column({ type: 'integer', name: 'every_minutes' })
  everyMinutes!: number

  @Column({ type: 'boolean' })
  paused!: boolean

  @Column({ type: 'jsonb', nullable: true })
  list!: ListRule | null

  @Column({ type: 'jsonb' })
  rules!: RoutingRule[]

  @Column({ type: 'text' })
  health!: FeedHealth

  @Column({ type: 'text', name: 'trouble_code', nullable: true })
  troubleCode!: string | null

  @Column({ type: 'jsonb', name: 'trouble_params', default: {} })
  troubleParams!: RefusalParams

  @Column({ type: 'text', nullable: true })
  etag!: string | null

  @Column({ type: 'text', name: 'last_modified', nullable: true })
  lastModified!: string | null

  @Column({ type: 'timestamptz', name: 'asked_at', nullable: true })
  askedAt!: Date | null

  @Column({ type: 'timestamptz', name: 'found_at', nullable: true })
  foundAt!: Date | null

  @Column({ type: 'timestamptz', name: 'due_at', default: () => 'now()' })
  dueAt!: Date

  @Column({ type: 'integer' })
  version!: number

  @ForeignKey(() => Person, { name: 'feeds_made_by' })
  @Column({ type: 'uuid', name: 'made_by', nullable: true })
  madeBy!: string | null

  @Column({ type: 'timestamptz', name: 'made_at', default: () => 'now()' })
  madeAt!: Date
}
