import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { ImageRef } from '#lib/editorial'
import { Publication } from '../publications/publication.entity.js'

@Entity('pictures')
@Check('pictures_media_type', `media_type IN ('image/png', 'image/jpeg')`)
export class StoredPicture {
  @ForeignKey(() => Publication, { name: 'pictures_publication' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pictures_once' })
  publication!: string

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pictures_once' })
  sha256!: string

  @Column({ type: 'text', name: 'media_type' })
  mediaType!: ImageRef['mediaType']

  @Column({ type: 'integer' })
  width!: number

  @Column({ type: 'integer' })
  height!: number

  @Column({ type: 'integer' })
  bytes!: number

  @Column({ type: 'timestamptz', name: 'added_at', default: () => 'now()' })
  addedAt!: Date
}
