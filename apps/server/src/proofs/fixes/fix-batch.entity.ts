import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { FixUndo } from '#lib/proof'
import { ArticleVersion } from '../../articles/article-version.entity.js'

/** Fixes put in together, by the version they made, with the way back. */
@Entity('fix_batches')
@ForeignKey(() => ArticleVersion, ['article', 'version'], ['article', 'number'], { name: 'fix_batches_version' })
export class FixBatchRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'fix_batches_once' })
  article!: string

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'fix_batches_once' })
  version!: number

  @Column({ type: 'jsonb' })
  undo!: FixUndo

  @Column({ type: 'boolean', default: false })
  undone!: boolean
}
