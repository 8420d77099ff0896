import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Issue } from '../issues/issue.entity.js'
import { Person } from '../people/person.entity.js'

/** An administrator's leave, for one issue, that one person may act in several stages. */
@Entity('review_exceptions')
export class ReviewExceptionRow {
  @ForeignKey(() => Issue, { name: 'review_exceptions_issue' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'review_exceptions_once' })
  issue!: string

  @ForeignKey(() => Person, { name: 'review_exceptions_person' })
  @Column({ type: 'uuid' })
  person!: string

  @Column({ type: 'text' })
  reason!: string

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date
}
