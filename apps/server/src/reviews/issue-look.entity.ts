import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Issue } from '../issues/issue.entity.js'
import { Person } from '../people/person.entity.js'

/** One article of an issue as a person saw it. */
export interface SeenArticle {
  readonly article: string
  readonly version: number
  readonly column: string | null
  readonly title: string
}

/** An issue as one person last saw it. */
@Entity('issue_looks')
export class IssueLook {
  @ForeignKey(() => Issue, { name: 'issue_looks_issue', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'issue_looks_once' })
  issue!: string

  @ForeignKey(() => Person, { name: 'issue_looks_person' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'issue_looks_once' })
  person!: string

  @Column({ type: 'jsonb' })
  seen!: SeenArticle[]

  @Column({ type: 'text', name: 'facts_hash' })
  factsHash!: string

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date
}
