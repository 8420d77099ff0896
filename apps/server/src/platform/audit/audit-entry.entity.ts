import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** One act of one person. Rows are only ever added; the database itself refuses anything else. */
@Entity('audit_entries')
@Index('audit_entries_object', ['object', 'objectId', 'sequence'])
@Index('audit_entries_publication', ['publication', 'sequence'])
export class AuditEntry {
  @PrimaryColumn({ type: 'bigint' })
  sequence!: string

  @Column({ type: 'timestamptz' })
  at!: Date

  @Column({ type: 'text', nullable: true })
  person!: string | null

  @Column({ type: 'text' })
  act!: string

  @Column({ type: 'text' })
  object!: string

  @Column({ name: 'object_id', type: 'text' })
  objectId!: string

  @Column({ type: 'text', nullable: true })
  publication!: string | null

  @Column({ type: 'jsonb' })
  detail!: unknown

  @Column({ name: 'request_id', type: 'text', nullable: true })
  requestId!: string | null

  @Column({ name: 'previous_hash', type: 'text' })
  previousHash!: string

  @Column({ type: 'text', unique: true })
  hash!: string
}
