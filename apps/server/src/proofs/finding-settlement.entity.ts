import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Article } from '../articles/article.entity.js'
import { Person } from '../people/person.entity.js'

/** A finding let stand in one article: the rule and the very words, so that it holds through later versions while the words stay. */
@Entity('finding_settlements')
export class FindingSettlement {
  @ForeignKey(() => Article, { name: 'finding_settlements_article' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'finding_settlements_once' })
  article!: string

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'finding_settlements_once' })
  rule!: string

  @PrimaryColumn({ type: 'text', name: 'text_hash', primaryKeyConstraintName: 'finding_settlements_once' })
  textHash!: string

  @Column({ type: 'text' })
  text!: string

  @ForeignKey(() => Person, { name: 'finding_settlements_person' })
  @Column({ type: 'uuid', nullable: true })
  person!: string | null

  @Column({ type: 'text' })
  reason!: string

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date
}
