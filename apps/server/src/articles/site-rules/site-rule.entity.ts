import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { SiteRule } from '#lib/editorial'
import { Person } from '../../people/person.entity.js'
import { Publication } from '../../publications/publication.entity.js'

/** How the pages of one site are read for a publication. */
@Entity('site_rules')
@Unique('site_rules_host_once', ['publication', 'host'])
export class SiteRuleRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'site_rules_id' })
  id!: string

  @ForeignKey(() => Publication, { name: 'site_rules_publication' })
  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'text' })
  host!: string

  @Column({ type: 'jsonb' })
  rule!: SiteRule

  @Column({ type: 'integer' })
  version!: number

  /** Who wrote it as it stands. */
  @ForeignKey(() => Person, { name: 'site_rules_made_by' })
  @Column({ type: 'uuid', name: 'made_by', nullable: true })
  madeBy!: string | null

  @Column({ type: 'timestamptz', name: 'changed_at', default: () => 'now()' })
  changedAt!: Date
}
