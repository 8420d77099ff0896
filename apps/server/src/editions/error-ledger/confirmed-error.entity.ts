import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { ErrorKind } from '#lib/proof'
import { Article } from '../../articles/article.entity.js'
import { Issue } from '../../issues/issue.entity.js'
import { Person } from '../../people/person.entity.js'

/** An error somebody found and somebody confirmed, for the rate of the issue. */
@Entity('confirmed_errors')
@ForeignKey(() => Issue, ['issue', 'publication'], ['id', 'publication'], { name: 'confirmed_errors_issue', onDelete: 'CASCADE' })
@ForeignKey(() => Article, ['article', 'publication'], ['id', 'publication'], { name: 'confirmed_errors_article' })
@Check('confirmed_errors_times', 'times >= 1')
@Index('confirmed_errors_in_order', ['publication', 'at', 'id'])
@Index('confirmed_errors_of_issue', ['issue'])
export class ConfirmedErrorRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'confirmed_errors_id' })
  id!: string

  @Column({ type: 'uuid' })
  publication!: string

  @Column({ type: 'uuid' })
  issue!: string

  @Column({ type: 'uuid', nullable: true })
  article!: string | null

  @Column({ type: 'text' })
  kind!: ErrorKind

  /** The stage that found it, or 出版后. */
  @Column({ type: 'text' })
  stage!: string

  /** What stands there wrongly. */
  @Column({ type: 'text' })
  word!: string

  @Column({ type: 'text', nullable: true })
  correction!: string | null

  @Column({ type: 'text', nullable: true })
  note!: string | null

  @Column({ type: 'integer', nullable: true })
  page!: number | null

  @Column({ type: 'integer' })
  times!: number

  @ForeignKey(() => Person, { name: 'confirmed_errors_person' })
  @Column({ type: 'uuid', nullable: true })
  person!: string | null

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date
}
