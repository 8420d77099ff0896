import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { SourcePart } from '#lib/editorial'
import { Article } from '../articles/article.entity.js'
import { Person } from '../people/person.entity.js'

/** A person's word that an article may go without some of where it is from. */
@Entity('source_sign_offs')
export class SourceSignOff {
  @ForeignKey(() => Article, { name: 'source_sign_offs_article' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'source_sign_offs_once' })
  article!: string

  @ForeignKey(() => Person, { name: 'source_sign_offs_person' })
  @Column({ type: 'uuid', nullable: true })
  person!: string | null

  @Column({ type: 'text' })
  reason!: string

  /** What was missing when it was signed. */
  @Column({ type: 'text', array: true })
  parts!: SourcePart[]

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date
}
