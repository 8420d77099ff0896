import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { Role } from '#lib/editorial'
import { Person } from './person.entity.js'

/** What a person is in a publication; a person may be several things. */
@Entity('memberships')
@Check('memberships_role', `role IN ('editor', 'reviewer', 'releaser', 'administrator')`)
@Index('memberships_of_person', ['person'])
export class Membership {
  @ForeignKey('Publication', { name: 'memberships_publication' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'memberships_once' })
  publication!: string

  @ForeignKey(() => Person, { name: 'memberships_person' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'memberships_once' })
  person!: string

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'memberships_once' })
  role!: Role

  /** The provider whose groups gave the role; null for one given by hand. */
  @Column({ type: 'text', name: 'given_by', nullable: true })
  givenBy!: string | null
}
