import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { RosterEntry } from '#lib/editorial'
import { Person } from '../../people/person.entity.js'
import { Publication } from '../../publications/publication.entity.js'

/** One line of what a unit knows by date. */
@Entity('roster_entries')
@Unique('roster_entries_once', ['publication', 'key'])
export class RosterRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'roster_entries_id' })
  id!: string

  @ForeignKey(() => Publication, { name: 'roster_entries_publication' })
  @Column({ type: 'uuid' })
  publication!: string

  /** What the line is about: two lines about the same are one. */
  @Column({ type: 'text' })
  key!: string

  @Column({ type: 'jsonb' })
  entry!: RosterEntry

  @Column({ type: 'integer' })
  version!: number

  @ForeignKey(() => Person, { name: 'roster_entries_changed_by' })
  @Column({ type: 'uuid', name: 'changed_by', nullable: true })
  changedBy!: string | null

  @Column({ type: 'timestamptz', name: 'changed_at', default: () => 'now()' })
  changedAt!: Date
}
