import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { Provider } from '#lib/editorial'
import { Person } from '../person.entity.js'

/** An account elsewhere that opens the door to a person here; one of each provider a person. */
@Entity('person_identities')
@Unique('person_identities_of_person', ['person', 'provider'])
@Check('person_identities_provider', `provider IN ('cas', 'oidc', 'ldap')`)
export class PersonIdentity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'person_identities_once' })
  provider!: Provider

  /** What the provider calls the account, in the one spelling it is compared in. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'person_identities_once' })
  subject!: string

  @ForeignKey(() => Person, { name: 'person_identities_person' })
  @Column({ type: 'uuid' })
  person!: string

  @Column({ type: 'timestamptz', name: 'linked_at', default: () => 'now()' })
  linkedAt!: Date
}
