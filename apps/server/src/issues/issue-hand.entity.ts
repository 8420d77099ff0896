import { Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Person } from '../people/person.entity.js'
import { Issue } from './issue.entity.js'

/** A person who changed the issue and therefore may not review it. */
@Entity('issue_hands')
export class IssueHand {
  @ForeignKey(() => Issue, { name: 'issue_hands_issue', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'issue_hands_once' })
  issue!: string

  @ForeignKey(() => Person, { name: 'issue_hands_person' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'issue_hands_once' })
  person!: string
}
