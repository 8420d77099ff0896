import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { ArticleContent, Warning } from '#lib/editorial'
import { Person } from '../../people/person.entity.js'
import { Publication } from '../../publications/publication.entity.js'
import { ErrandColumns } from '../../sources/errands/errand-columns.js'
import { Snapshot } from '../../sources/snapshot.entity.js'
import { Article } from '../article.entity.js'

/** One address to be brought in: as a new article, or once more for one that is there. */
@Entity('fetches')
@ForeignKey(() => Article, ['againFor', 'publication'], ['id', 'publication'], { name: 'fetches_again_for' })
@ForeignKey(() => Snapshot, ['snapshot', 'publication'], ['id', 'publication'], { name: 'fetches_snapshot' })
@ForeignKey(() => Article, ['article', 'publication'], ['id', 'publication'], { name: 'fetches_article' })
@Check('fetches_state', `state IN ('queued', 'running', 'done', 'failed', 'cancelled')`)
@Check('fetches_done', `state <> 'done' OR article IS NOT NULL`)
@Check('fetches_finished', `(state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)`)
@Index('fetches_due', ['beatAt'], { where: `state IN ('queued', 'running')` })
@Index('fetches_by_again_for', ['againFor'], { where: 'again_for IS NOT NULL' })
@Index('fetches_in_order', ['publication', 'requestedAt', 'id'])
export class Fetch extends ErrandColumns {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'fetches_id' })
  id!: string

  @ForeignKey(() => Publication, { name: 'fetches_publication' })
  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'text' })
  url!: string

  /** The article whose address is asked once more; its text is not touched. */
  @Column({ type: 'uuid', name: 'again_for', nullable: true })
  againFor!: string | null

  @Column({ type: 'uuid', nullable: true })
  snapshot!: string | null

  @Column({ type: 'uuid', nullable: true })
  article!: string | null

  /** Whether a page asked once more says something else than it did. */
  @Column({ type: 'boolean', nullable: true })
  differs!: boolean | null

  /** What a page asked once more says now. */
  @Column({ type: 'jsonb', nullable: true })
  content!: ArticleContent | null

  @Column({ type: 'jsonb', default: [] })
  warnings!: Warning[]

  @ForeignKey(() => Person, { name: 'fetches_requested_by' })
  @Column({ type: 'uuid', name: 'requested_by', nullable: true })
  requestedBy!: string | null
}
