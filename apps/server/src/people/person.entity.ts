import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm'

@Entity('people')
@Unique('people_login_once', ['login'])
@Index('people_in_order', ['createdAt', 'id'])
export class Person {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'people_id' })
  id!: string

  /** In the one spelling names are compared by. */
  @Column({ type: 'text' })
  login!: string

  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'text', name: 'password_hash' })
  passwordHash!: string

  /** Made by the house, to be replaced at first sign-in. */
  @Column({ type: 'boolean', name: 'password_temporary' })
  passwordTemporary!: boolean

  /** A one-time password that has been used. */
  @Column({ type: 'boolean', name: 'password_spent' })
  passwordSpent!: boolean

  @Column({ type: 'boolean', name: 'house_administrator' })
  houseAdministrator!: boolean

  @Column({ type: 'boolean' })
  disabled!: boolean

  @Column({ type: 'integer' })
  version!: number

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date
}
