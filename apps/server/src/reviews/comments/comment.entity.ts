import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { CommentState } from '#lib/editorial'
import { Article } from '../../articles/article.entity.js'
import { ArticleVersion } from '../../articles/article-version.entity.js'
import { Issue } from '../../issues/issue.entity.js'
import { Person } from '../../people/person.entity.js'

/** A remark: on a passage of one version of an article, on an article as a whole, or on an issue. */
@Entity('comments')
@ForeignKey(() => Article, ['article', 'publication'], ['id', 'publication'], { name: 'comments_article' })
@ForeignKey(() => Issue, ['issue', 'publication'], ['id', 'publication'], { name: 'comments_issue', onDelete: 'CASCADE' })
@ForeignKey(() => ArticleVersion, ['article', 'version'], ['article', 'number'], { name: 'comments_version' })
@Check('comments_of_one', '(article IS NULL) <> (issue IS NULL) AND (article IS NULL) = (version IS NULL)')
@Check(
  'comments_passage',
  '(starts IS NULL) = (ends IS NULL) AND (starts IS NULL) = (quote IS NULL) AND (starts IS NULL OR block IS NOT NULL OR field IS NOT NULL)',
)
@Check('comments_suggestion', 'suggestion IS NULL OR quote IS NOT NULL')
@Check('comments_state', `state IN ('open', 'resolved', 'accepted', 'refused')`)
@Check('comments_settled', `(state = 'open') = (settled_at IS NULL) AND (state = 'accepted') = (settled_version IS NOT NULL)`)
@Index('comments_of_article', ['article', 'at'])
@Index('comments_of_issue', ['issue', 'at'])
export class Comment {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'comments_id' })
  id!: string

  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'uuid', nullable: true })
  article!: string | null

  @Column({ type: 'uuid', nullable: true })
  issue!: string | null

  /** The version of the article it was made on; its place is counted there. */
  @Column({ type: 'integer', nullable: true })
  version!: number | null

  @Column({ type: 'integer', nullable: true })
  block!: number | null

  @Column({ type: 'text', nullable: true })
  field!: string | null

  @Column({ type: 'integer', nullable: true })
  starts!: number | null

  @Column({ type: 'integer', nullable: true })
  ends!: number | null

  /** The words it was made on. */
  @Column({ type: 'text', nullable: true })
  quote!: string | null

  @Column({ type: 'text' })
  text!: string

  @Column({ type: 'text', nullable: true })
  suggestion!: string | null

  @Column({ type: 'text' })
  state!: CommentState

  @ForeignKey(() => Person, { name: 'comments_person' })
  @Column({ type: 'uuid' })
  person!: string

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date

  @ForeignKey(() => Person, { name: 'comments_settled_by' })
  @Column({ type: 'uuid', name: 'settled_by', nullable: true })
  settledBy!: string | null

  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true })
  settledAt!: Date | null

  @Column({ type: 'text', name: 'settled_reason', nullable: true })
  settledReason!: string | null

  /** The version that an accepted suggestion made. */
  @Column({ type: 'integer', name: 'settled_version', nullable: true })
  settledVersion!: number | null
}
