import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { ArticleContent } from '#lib/editorial'
import { Person } from '../people/person.entity.js'
import { Article } from './article.entity.js'

/** One saving of an article. The database refuses to change or remove it. */
@Entity('article_versions')
@Check('article_versions_number', 'number >= 1')
@Index('article_versions_by_content', ['contentHash'])
export class ArticleVersion {
  @ForeignKey(() => Article, { name: 'article_versions_article' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'article_versions_once' })
  article!: string

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'article_versions_once' })
  number!: number

  @Column({ type: 'jsonb' })
  content!: ArticleContent

  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string

  @Column({ type: 'text' })
  title!: string

  @Column({ type: 'text', nullable: true })
  source!: string | null

  @Column({ type: 'text', name: 'source_date', nullable: true })
  sourceDate!: string | null

  @Column({ type: 'integer' })
  characters!: number

  @Column({ type: 'text', nullable: true })
  note!: string | null

  /** Null where the command line saved it. */
  @ForeignKey(() => Person, { name: 'article_versions_saved_by' })
  @Column({ type: 'uuid', name: 'saved_by', nullable: true })
  savedBy!: string | null

  @Column({ type: 'timestamptz', name: 'saved_at', default: () => 'now()' })
  savedAt!: Date
}
