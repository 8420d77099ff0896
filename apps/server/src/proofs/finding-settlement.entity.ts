import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { Field } from '#lib/proof'
import { Article } from '../articles/article.entity.js'
import { ArticleVersion } from '../articles/article-version.entity.js'
import { Person } from '../people/person.entity.js'

/** A finding let stand at one place of one version; it is followed from there into every other version, as long as its words stay. */
@Entity('finding_settlements')
@ForeignKey(() => ArticleVersion, ['article', 'version'], ['article', 'number'], { name: 'finding_settlements_version' })
@Check('finding_settlements_place', '(version IS NULL) = (starts IS NULL) AND (version IS NULL) = (ends IS NULL)')
@Index('finding_settlements_of_article', ['article'])
export class FindingSettlement {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'finding_settlements_id' })
  id!: string

  @ForeignKey(() => Article, { name: 'finding_settlements_article' })
  @Column({ type: 'uuid' })
  article!: string

  @Column({ type: 'text' })
  rule!: string

  @Column({ type: 'text' })
  text!: string

  /** Null, with the place, where words were let stand in the whole article; the house no longer does that. */
  @Column({ type: 'integer', nullable: true })
  version!: number | null

  @Column({ type: 'integer', nullable: true })
  block!: number | null

  @Column({ type: 'text', nullable: true })
  field!: Field | null

  @Column({ type: 'integer', nullable: true })
  starts!: number | null

  @Column({ type: 'integer', nullable: true })
  ends!: number | null

  @ForeignKey(() => Person, { name: 'finding_settlements_person' })
  @Column({ type: 'uuid', nullable: true })
  person!: string | null

  @Column({ type: 'text' })
  reason!: string

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date
}
