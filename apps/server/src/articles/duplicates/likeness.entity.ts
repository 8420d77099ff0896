import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Article } from '../article.entity.js'

/**
 * What `article`, when it was last saved, had in common with `other` as that stood then. Only the saving of `article` writes its rows, so no two
 * savings wait for each other; where `other` was saved since, its own row says how it is now.
 */
@Entity('likenesses')
@Check('likenesses_other', 'article <> other')
@Index('likenesses_by_other', ['other'])
export class Likeness {
  @ForeignKey(() => Article, { name: 'likenesses_article' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'likenesses_once' })
  article!: string

  @ForeignKey(() => Article, { name: 'likenesses_other_article' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'likenesses_once' })
  other!: string

  /** The version of `other` that was compared; 0 where it was not. */
  @Column({ type: 'integer', name: 'other_version', default: 0 })
  otherVersion!: number

  /** Estimated, 0 to 1; null where it is too little to be told. */
  @Column({ type: 'real', nullable: true })
  similarity!: number | null

  @Column({ type: 'integer', default: 0 })
  paragraphs!: number

  @Column({ type: 'boolean', name: 'same_address', default: false })
  sameAddress!: boolean
}
