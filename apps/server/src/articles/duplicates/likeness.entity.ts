import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Article } from '../article.entity.js'

/**
 * When `article` was last saved, it had a text, paragraphs or an address in common with `other`. Only the saving of `article` writes its rows, so no
 * two savings wait for each other; how alike the two are now is reckoned when somebody asks.
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
}
