import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type ArticleLine, type ArticleQuery, type PageQuery, pageLimit, type VersionLine } from '#lib/editorial'
import { personNames } from '../people/person-names.js'
import { uuidIfAny } from '../platform/database/uuid-if-any.js'
import { articleLine, type ListedVersion, versionLine } from './article-answer.js'
import { ArticleVersion } from './article-version.entity.js'
import { DuplicatesService } from './duplicates/duplicates.service.js'

/** The greatest number a version can have in the table. */
const LAST_VERSION = 2_147_483_647

/** What a list says of a version; its text is long and is read by nobody here. */
const LISTED = ['article', 'number', 'title', 'characters', 'contentHash', 'savedBy', 'savedAt', 'note'] as const

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** Lists of articles and of their versions, a page at a time, newest first. */
@Injectable()
export class ArticleList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duplicates: DuplicatesService,
  ) {}

  async ofPublication(publication: string, query: ArticleQuery): Promise<{ items: ArticleLine[]; next: string | null }> {
    const limit = pageLimit(query)
    const found = (await this.dataSource.query(
      `SELECT a.id AS article, v.number, v.title, v.source, v.source_date AS "sourceDate", v.characters, v.saved_by AS "savedBy", v.saved_at AS "savedAt", p.issue
       FROM articles a JOIN article_versions v ON v.article = a.id AND v.number = a.version LEFT JOIN issue_articles p ON p.article = a.id
       WHERE a.publication = $1 AND NOT a.discarded AND ($2::text IS NULL OR (a.created_at, a.id) < (SELECT created_at, id FROM articles WHERE id = ${uuidIfAny('$2')}))
         AND ($3::text IS NULL OR v.title ILIKE $3) AND (NOT $4::boolean OR p.issue IS NULL)
       ORDER BY a.created_at DESC, a.id DESC LIMIT $5`,
      [
        publication,
        query.after ?? null,
        query.title === undefined ? null : `%${escaped(query.title)}%`,
        query.unplaced === 'true',
        limit + 1,
      ],
    )) as (ListedVersion & { readonly issue: string | null })[]
    const page = found.slice(0, limit)
    const nameOf = await personNames(
      this.dataSource.manager,
      page.map((one) => one.savedBy),
    )
    const badges = await this.duplicates.badges(
      this.dataSource.manager,
      page.map((one) => one.article),
      publication,
    )
    const items = page.map((one) => articleLine(one, { issue: one.issue, duplicate: badges.get(one.article) ?? null }, nameOf))
    return { items, next: found.length > limit ? (page.at(-1)?.article ?? null) : null }
  }

  async versions(article: string, query: PageQuery): Promise<{ items: VersionLine[]; next: string | null }> {
    const limit = pageLimit(query)
    const before = query.after === undefined ? LAST_VERSION : Number(query.after)
    const rows = await this.dataSource.manager
      .createQueryBuilder(ArticleVersion, 'version')
      .select(LISTED.map((column) => `version.${column}`))
      .where('version.article = :article AND version.number < :before', {
        article,
        before: before >= 1 && before <= LAST_VERSION ? Math.floor(before) : 0,
      })
      .orderBy('version.number', 'DESC')
      .limit(limit + 1)
      .getMany()
    const page = rows.slice(0, limit)
    const nameOf = await personNames(
      this.dataSource.manager,
      page.map((one) => one.savedBy),
    )
    return { items: page.map((one) => versionLine(one, nameOf)), next: rows.length > limit ? String(page.at(-1)?.number) : null }
  }
}
