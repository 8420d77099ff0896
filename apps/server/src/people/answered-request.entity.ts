import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Person } from './person.entity.js'

/** What a request with an Idempotency-Key was answered, so that sending it again answers the same. */
@Entity('answered_requests')
@Index('answered_requests_by_age', ['at'])
export class AnsweredRequest {
  @ForeignKey(() => Person, { name: 'answered_requests_person' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'answered_requests_once' })
  person!: string

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'answered_requests_once' })
  key!: string

  @Column({ type: 'text', name: 'request_hash' })
  requestHash!: string

  @Column({ type: 'jsonb' })
  answer!: unknown

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date
}
