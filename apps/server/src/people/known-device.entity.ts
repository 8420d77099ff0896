import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Person } from './person.entity.js'

@Entity('known_devices')
@Index('known_devices_of_person', ['person', 'seenAt'])
export class KnownDevice {
  @PrimaryColumn({ type: 'text', name: 'token_hash', primaryKeyConstraintName: 'known_devices_token_hash' })
  tokenHash!: string

  @ForeignKey(() => Person, { name: 'known_devices_person' })
  @Column({ type: 'uuid' })
  person!: string

  @Column({ type: 'timestamptz', name: 'seen_at', default: () => 'now()' })
  seenAt!: Date
}
