import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { PageHit, SearchRequest } from '#lib/editorial'
import { highlight, matchesQuery } from '#lib/ingest'
import { markedExcerpt } from './marked.js'
import type { Cursor } from './search-cursor.js'
import type { Asked, Found } from './searching.js'

interface Begun {
  readonly article: string
  readonly title: string
  readonly column: string | null
  readonly page: number
}

interface Row {
  readonly edition: string
  readonly publication: string
  readonly publicationName: string
  readonly issue: string
  readonly issueName: string
  readonly page: number
  readonly pageLabel: string
  readonly body: string
  readonly orderedBy: string
  /** The articles that begin on this page, and the one before them, in reading order. */
  readonly begun: readonly Begun[] | null
}

/** Released issues by what stands on their pages; newest issue first, its pages in order. */
@Injectable()
export class PageSearch {
  constructor(private readonly dataSource: DataSource) {}

  async find(asked: Asked, after: Cursor | null, limit: number): Promise<Found<PageHit>> {
    const rows = await this.rows(asked, after, limit)
    const last = rows.at(-1)
    const next =
      last === undefined || rows.length < limit ? null : { rank: 0, orderedBy: last.orderedBy, key: `${last.edition}~${last.page}` }
    return { items: rows.filter((row) => matchesQuery(row.body, asked.query)).map((row) => hit(row, asked.query)), next }
  }

  private rows(asked: Asked, after: Cursor | null, limit: number): Promise<Row[]> {
    const [edition = null, page = null] = after?.key.split('~') ?? []
    const { column, source, from, to } = asked.filters
    return this.dataSource.query(
      `WITH found AS (
         SELECT g.edition, g.page, e.publication, e.issue, e.name, i.year, i.number, ${ORDERED_BY} AS "orderedBy"
         FROM edition_pages g JOIN editions e ON e.id = g.edition AND e.state = 'released' JOIN issues i ON i.id = e.issue
         WHERE g.words @@ $1::tsquery AND e.publication = ANY($2::uuid[])
           AND ($3::text IS NULL OR (${ORDERED_BY}, g.edition) < ($3, $4::uuid) OR (${ORDERED_BY} = $3 AND g.edition = $4::uuid AND g.page > $5::integer))
           AND (($6::text IS NULL AND $7::text IS NULL) OR EXISTS (SELECT 1 FROM ${BEGUN} AND ($6::text IS NULL OR a.column_name = $6) AND ($7::text IS NULL OR strpos(v.source, $7) > 0)))
           AND ($8::text IS NULL OR ${ORDERED_BY} >= $8) AND ($9::text IS NULL OR left(${ORDERED_BY}, length($9)) <= $9)
         ORDER BY "orderedBy" DESC, g.edition DESC, g.page LIMIT $10)
       SELECT g.edition, g.page, b.label AS "pageLabel", b.body, g.publication, g.issue, p.name AS "publicationName", g."orderedBy",
         CASE WHEN g.number IS NULL THEN g.name ELSE g.year || '年第' || g.number || '期' END AS "issueName",
         (SELECT json_agg(json_build_object('article', a.article, 'title', a.title, 'column', a.column_name, 'page', a.page) ORDER BY a.position) FROM ${BEGUN}) AS begun
       FROM found g JOIN edition_pages b ON b.edition = g.edition AND b.page = g.page JOIN publications p ON p.id = g.publication
       ORDER BY g."orderedBy" DESC, g.edition DESC, g.page`,
      [asked.tsquery, asked.visible, after?.orderedBy ?? null, edition, page, ...orNull(column, source, from, to), limit],
    )
  }
}

/** The day an issue bears, or was released on, in Shanghai. */
const ORDERED_BY = `coalesce(i.date::text, to_char(e.released_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'))`

/** The articles that begin on a page `g`, and those that begin last before it. Long texts and lists are gathered for the few pages that are shown. */
const BEGUN = `edition_articles a LEFT JOIN article_versions v ON v.article = a.article AND v.number = a.version
  WHERE a.edition = g.edition AND a.page <= g.page
    AND a.page >= (SELECT coalesce(max(b.page), 0) FROM edition_articles b WHERE b.edition = g.edition AND b.page < g.page)`

const orNull = (...values: (SearchRequest['from'] | undefined)[]): (string | null)[] => values.map((value) => value ?? null)

function hit(row: Row, query: string): PageHit {
  const article = articleAt(row, highlight(row.body, query)[0]?.from ?? 0)
  return {
    kind: 'page',
    publication: row.publication,
    publicationName: row.publicationName,
    excerpt: markedExcerpt(row.body, query),
    edition: row.edition,
    issue: row.issue,
    issueName: row.issueName,
    page: row.page,
    pageLabel: row.pageLabel,
    article: article?.article ?? null,
    articleTitle: article?.title ?? null,
    column: article?.column ?? null,
  }
}

/** The article a place of a page belongs to: the last whose title stands before it, or the one that came over from the page before. */
function articleAt({ begun: all, body, page }: Row, at: number): Begun | undefined {
  const begun = all ?? []
  const here = begun.filter((one) => one.page === page && body.indexOf(one.title.slice(0, 8)) <= at)
  return here.at(-1) ?? begun.findLast((one) => one.page < page) ?? begun[0]
}
