import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Person } from '../../people/person.entity.js'
import { Publication } from '../../publications/publication.entity.js'

/** Something a whole publication lets stand: some words under a rule, or all the rule says. */
@Entity('finding_ignores')
@Unique('finding_ignores_once', ['publication', 'rule', 'textHash'])
export class FindingIgnore {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'finding_ignores_id' })
  id!: string

  @ForeignKey(() => Publication, { name: 'finding_ignores_publication' })
  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'text' })
  rule!: string

  /** Null where the rule itself rests. */
  @Column({ type: 'text', nullable: true })
  text!: string | null

  @Column({ type: 'text', name: 'text_hash' })
  textHash!: string

  @ForeignKey(() => Person, { name: 'finding_ignores_person' })
  @Column({ type: 'uuid', nullable: true })
  person!: string | null

  @Column({ type: 'text' })
  reason!: string

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date
}
