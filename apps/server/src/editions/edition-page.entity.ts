import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Edition } from './edition.entity.js'

/** What stands on one page of an edition, to be found by words and by paragraphs. */
@Entity('edition_pages')
@Index('edition_pages_words', ['words'], { type: 'gin' })
@Index('edition_pages_paragraphs', ['paragraphs'], { type: 'gin' })
export class EditionPage {
  @ForeignKey(() => Edition, { name: 'edition_pages_edition' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'edition_pages_once' })
  edition!: string

  /** Sheet from 1. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'edition_pages_once' })
  page!: number

  @Column({ type: 'text' })
  label!: string

  @Column({ type: 'text' })
  body!: string

  @Column({ type: 'tsvector' })
  words!: string

  /** Hashes of the paragraphs that begin on it. */
  @Column({ type: 'bigint', array: true })
  paragraphs!: string[]
}
