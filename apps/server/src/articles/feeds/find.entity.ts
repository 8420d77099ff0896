import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { FindState } from '#lib/editorial'
import { Fetch } from '../fetches/fetch.entity.js'
import { Feed } from './feed.entity.js'

/** Something a feed brought, each address once. */
@Entity('finds')
@ForeignKey(() => Feed, ['feed', 'publication'], ['id', 'publication'], { name: 'finds_feed', onDelete: 'CASCADE' })
@Unique('finds_once', ['feed', 'form'])
@Check('finds_state', `state IN ('new', 'kept', 'dismissed')`)
@Index('finds_in_order', ['publication', 'foundAt', 'id'])
export class Find {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'finds_id' })
  id!: string

  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'uuid' })
  feed!: string

  @Column({ type: 'text' })
  address!: string

  /** The one form all addresses of the page have. */
  @Column({ type: 'text' })
  form!: string

  @Column({ type: 'text' })
  title!: string

  @Column({ type: 'text', nullable: true })
  date!: string | null

  @Column({ type: 'text', nullable: true })
  source!: string | null

  @Column({ type: 'text', nullable: true })
  summary!: string | null

  /** What a rule suggests, and the rule's name. */
  @Column({ type: 'text', name: 'column_name', nullable: true })
  columnName!: string | null

  @Column({ type: 'text', nullable: true })
  rule!: string | null

  @Column({ type: 'text' })
  state!: FindState

  @ForeignKey(() => Fetch, { name: 'finds_fetch' })
  @Column({ type: 'uuid', name: 'fetch_id', nullable: true })
  fetch!: string | null

  @Column({ type: 'timestamptz', name: 'found_at', default: () => 'now()' })
  foundAt!: Date
}
