import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type ArticleLine, type ArticleQuery, type PageQuery, pageLimit, type VersionLine } from '#lib/editorial'
import { personNames } from '../people/person-names.js'
import { articleLine, versionLine } from './article-answer.js'
import { ArticleVersion } from './article-version.entity.js'
import { DuplicatesService } from './duplicates/duplicates.service.js'

/** The greatest number a version can have in the table. */
const LAST_VERSION = 2_147_483_647

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
      `SELECT a.id, a.version, p.issue FROM articles a
         JOIN article_versions v ON v.article = a.id AND v.number = a.version LEFT JOIN issue_articles p ON p.article = a.id
       WHERE a.publication = $1 AND NOT a.discarded AND ($2::text IS NULL OR (a.created_at, a.id) < (SELECT created_at, id FROM articles WHERE id::text = $2))
         AND ($3::text IS NULL OR v.title ILIKE $3) AND (NOT $4::boolean OR p.issue IS NULL)
       ORDER BY a.created_at DESC, a.id DESC LIMIT $5`,
      [
        publication,
        query.after ?? null,
        query.title === undefined ? null : `%${escaped(query.title)}%`,
        query.unplaced === 'true',
        limit + 1,
      ],
    )) as { id: string; version: number; issue: string | null }[]
    const page = found.slice(0, limit)
    const versions =
      page.length === 0
        ? []
        : await this.dataSource.manager.find(ArticleVersion, { where: page.map(({ id, version }) => ({ article: id, number: version })) })
    const nameOf = await personNames(
      this.dataSource.manager,
      versions.map((one) => one.savedBy),
    )
    const ids = page.map(({ id }) => id)
    const badges = await this.duplicates.badges(this.dataSource.manager, ids, publication)
    const byId = new Map(versions.map((one) => [one.article, one]))
    const items = page.flatMap(({ id, issue }) => {
      const version = byId.get(id)
      return version === undefined ? [] : [articleLine(version, { issue, duplicate: badges.get(id) ?? null }, nameOf)]
    })
    return { items, next: found.length > limit ? (page.at(-1)?.id ?? null) : null }
  }

  async versions(article: string, query: PageQuery): Promise<{ items: VersionLine[]; next: string | null }> {
    const limit = pageLimit(query)
    const before = query.after === undefined ? LAST_VERSION : Number(query.after)
    const rows = await this.dataSource.manager
      .createQueryBuilder(ArticleVersion, 'version')
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
