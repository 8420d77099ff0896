import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Edition } from './edition.entity.js'

/** Where an article begins in an edition; the manifest says the same. */
@Entity('edition_articles')
@Index('edition_articles_by_article', ['article'])
export class EditionArticle {
  @ForeignKey(() => Edition, { name: 'edition_articles_edition' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'edition_articles_once' })
  edition!: string

  /** In reading order, from 0. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'edition_articles_once' })
  position!: number

  @Column({ type: 'uuid' })
  article!: string

  @Column({ type: 'integer' })
  version!: number

  @Column({ type: 'text', name: 'column_name', nullable: true })
  columnName!: string | null

  @Column({ type: 'text' })
  title!: string

  /** Sheet from 1, and the number printed on it. */
  @Column({ type: 'integer' })
  page!: number

  @Column({ type: 'text', name: 'page_label' })
  pageLabel!: string
}
