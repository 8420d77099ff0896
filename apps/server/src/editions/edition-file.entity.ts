import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Edition } from './edition.entity.js'

export type FileFormat = 'pdf' | 'docx'

@Entity('edition_files')
@Check('edition_files_format', `format IN ('pdf', 'docx')`)
export class EditionFileRow {
  @ForeignKey(() => Edition, { name: 'edition_files_edition' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'edition_files_once' })
  edition!: string

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'edition_files_once' })
  format!: FileFormat

  /** As people download it, with its Chinese name. */
  @Column({ type: 'text' })
  name!: string

  @Column({ type: 'text' })
  sha256!: string

  @Column({ type: 'integer' })
  bytes!: number

  @Column({ type: 'integer', nullable: true })
  pages!: number | null
}
