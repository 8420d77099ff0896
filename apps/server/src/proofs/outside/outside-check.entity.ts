import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { OutsideFinding } from '#lib/proof'
import { Article } from '../../articles/article.entity.js'
import { ArticleVersion } from '../../articles/article-version.entity.js'
import { Person } from '../../people/person.entity.js'
import { Publication } from '../../publications/publication.entity.js'
import { ErrandColumns } from '../../sources/errands/errand-columns.js'

/** One version read by the checker outside, and what of its suggestions may be shown. */
@Entity('outside_checks')
@Unique('outside_checks_once', ['article', 'version'])
@ForeignKey(() => Article, ['article', 'publication'], ['id', 'publication'], { name: 'outside_checks_article' })
@ForeignKey(() => ArticleVersion, ['article', 'version'], ['article', 'number'], { name: 'outside_checks_version' })
@Check('outside_checks_state', `state IN ('queued', 'running', 'done', 'failed', 'cancelled')`)
@Check('outside_checks_finished', `(state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)`)
@Index('outside_checks_due', ['beatAt'], { where: `state IN ('queued', 'running')` })
export class OutsideCheck extends ErrandColumns {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'outside_checks_id' })
  id!: string

  @ForeignKey(() => Publication, { name: 'outside_checks_publication' })
  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'uuid' })
  article!: string

  @Column({ type: 'integer' })
  version!: number

  @Column({ type: 'jsonb', default: [] })
  suggestions!: readonly OutsideFinding[]

  /** Suggestions that may not be shown: they rewrite, touch a title, a figure, a name, fixed wording, or are not about the text. */
  @Column({ type: 'integer', default: 0 })
  refused!: number

  /** Paragraphs the checker gave no usable answer for. */
  @Column({ type: 'integer', default: 0 })
  unread!: number

  @ForeignKey(() => Person, { name: 'outside_checks_requested_by' })
  @Column({ type: 'uuid', name: 'requested_by', nullable: true })
  requestedBy!: string | null
}
