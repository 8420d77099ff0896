import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A job decided on and not yet rung into the queue. */
@Entity('outbox')
export class OutboxRow {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string

  @Column({ type: 'text' })
  queue!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ name: 'job_id', type: 'text' })
  jobId!: string

  @Column({ type: 'jsonb' })
  payload!: Record<string, string | number>

  @Column({ name: 'request_id', type: 'text', nullable: true })
  requestId!: string | null

  @Column({ name: 'added_at', type: 'timestamptz', default: () => 'now()' })
  addedAt!: Date
}
