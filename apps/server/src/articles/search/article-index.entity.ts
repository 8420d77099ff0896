import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Article } from '../article.entity.js'

/** What the newest version of an article is found by; an article off the desk has no row. Written as a whole by the indexer. */
@Entity('article_index')
@ForeignKey(() => Article, ['article', 'publication'], ['id', 'publication'], { name: 'article_index_of' })
@Index('article_index_title_words', ['titleWords'], { type: 'gin' })
@Index('article_index_words', ['words'], { type: 'gin' })
@Index('article_index_bands', ['bands'], { type: 'gin' })
@Index('article_index_paragraphs', ['paragraphs'], { type: 'gin' })
@Index('article_index_address', ['address'], { where: 'address IS NOT NULL' })
@Index('article_index_in_order', ['orderedBy', 'article'])
export class ArticleIndex {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'article_index_article' })
  article!: string

  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'integer' })
  version!: number

  @Column({ type: 'text' })
  title!: string

  @Column({ type: 'text', nullable: true })
  source!: string | null

  @Column({ type: 'text', name: 'source_date', nullable: true })
  sourceDate!: string | null

  /** The source date, or the day the article came in: newest first in the answers. */
  @Column({ type: 'text', name: 'ordered_by' })
  orderedBy!: string

  /** In the one form all addresses of a page have. */
  @Column({ type: 'text', nullable: true })
  address!: string | null

  @Column({ type: 'tsvector', name: 'title_words' })
  titleWords!: string

  @Column({ type: 'tsvector' })
  words!: string

  @Column({ type: 'text' })
  body!: string

  @Column({ type: 'integer', array: true })
  signature!: number[]

  @Column({ type: 'bigint', array: true })
  bands!: string[]

  @Column({ type: 'bigint', array: true })
  paragraphs!: string[]
}
