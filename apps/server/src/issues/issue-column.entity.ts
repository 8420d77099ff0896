import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Issue } from './issue.entity.js'

@Entity('issue_columns')
export class IssueColumnRow {
  @ForeignKey(() => Issue, { name: 'issue_columns_issue', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'issue_columns_once' })
  issue!: string

  /** From 0. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'issue_columns_once' })
  position!: number

  /** Null for a flat list. */
  @Column({ type: 'text', nullable: true })
  name!: string | null
}
