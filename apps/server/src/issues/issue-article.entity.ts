import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Article } from '../articles/article.entity.js'
import { ArticleVersion } from '../articles/article-version.entity.js'
import { Issue } from './issue.entity.js'
import { IssueColumnRow } from './issue-column.entity.js'

/** Where an article stands and in which version; an article stands in one issue only. */
@Entity('issue_articles')
@Unique('issue_articles_place_once', ['issue', 'position'])
@ForeignKey(() => Issue, ['issue', 'publication'], ['id', 'publication'], { name: 'issue_articles_issue', onDelete: 'CASCADE' })
@ForeignKey(() => IssueColumnRow, ['issue', 'columnPosition'], ['issue', 'position'], {
  name: 'issue_articles_column',
  onDelete: 'CASCADE',
})
@ForeignKey(() => Article, ['article', 'publication'], ['id', 'publication'], { name: 'issue_articles_article' })
@ForeignKey(() => ArticleVersion, ['article', 'version'], ['article', 'number'], { name: 'issue_articles_version' })
export class IssueArticle {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'issue_articles_once' })
  article!: string

  @Column({ type: 'uuid' })
  issue!: string

  @Column({ type: 'uuid' })
  publication!: string

  /** The pinned version. */
  @Column({ type: 'integer' })
  version!: number

  @Column({ type: 'integer', name: 'column_position' })
  columnPosition!: number

  /** In reading order over the whole issue, from 0. */
  @Column({ type: 'integer' })
  position!: number
}
