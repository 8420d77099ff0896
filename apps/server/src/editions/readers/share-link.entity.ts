import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Person } from '../../people/person.entity.js'
import { Publication } from '../../publications/publication.entity.js'
import { Edition } from '../edition.entity.js'

/** A link to the files of one released edition. The table knows only the hash of its token. */
@Entity('share_links')
@Unique('share_links_token', ['tokenHash'])
@Index('share_links_of_edition', ['edition', 'madeAt'])
export class ShareLink {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'share_links_id' })
  id!: string

  @ForeignKey(() => Publication, { name: 'share_links_publication' })
  @Column({ type: 'uuid' })
  publication!: string

  @ForeignKey(() => Edition, { name: 'share_links_edition' })
  @Column({ type: 'uuid' })
  edition!: string

  @Column({ type: 'text', name: 'token_hash' })
  tokenHash!: string

  @Column({ type: 'text', nullable: true })
  note!: string | null

  @ForeignKey(() => Person, { name: 'share_links_made_by' })
  @Column({ type: 'uuid', name: 'made_by' })
  madeBy!: string

  @Column({ type: 'timestamptz', name: 'made_at', default: () => 'now()' })
  madeAt!: Date

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null
}
