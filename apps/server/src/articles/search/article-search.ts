import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { ArticleHit, SearchRequest } from '#lib/editorial'
import { matchesQuery } from '#lib/ingest'
import { marked, markedExcerpt } from './marked.js'
import type { Cursor } from './search-cursor.js'
import type { Asked, Found } from './searching.js'

interface Row {
  readonly article: string
  readonly publication: string
  readonly publicationName: string
  readonly title: string
  readonly source: string | null
  readonly sourceDate: string | null
  readonly orderedBy: string
  readonly rank: number
  readonly body: string
  readonly column: string | null
  readonly issue: string | null
  readonly issueName: string | null
}

interface Step {
  readonly rank: string
  readonly where: string
}

/** Titles are few and go first, those with the very words before all; then texts by date. Two questions, each with an index of its own. */
const TITLES: Step = { rank: 'CASE WHEN strpos(lower(i.title), $3) > 0 THEN 2 ELSE 1 END', where: 'i.title_words @@ $1::tsquery' }
const TEXTS: Step = { rank: '0', where: 'i.words @@ $1::tsquery AND NOT i.title_words @@ $1::tsquery' }

/** Articles on the desk by their words. */
@Injectable()
export class ArticleSearch {
  constructor(private readonly dataSource: DataSource) {}

  async find(asked: Asked, after: Cursor | null, limit: number): Promise<Found<ArticleHit>> {
    const inTitles = after === null || after.rank > 0 ? await this.rows(TITLES, asked, after, limit) : []
    const left = limit - inTitles.length
    const inTexts = left === 0 ? [] : await this.rows(TEXTS, asked, after?.rank === 0 ? after : null, left)
    const rows = [...inTitles, ...inTexts]
    const last = rows.at(-1)
    const next = last === undefined || rows.length < limit ? null : { rank: last.rank, orderedBy: last.orderedBy, key: last.article }
    return { items: rows.filter((row) => matchesQuery(row.body, asked.query)).map((row) => hit(row, asked.query)), next }
  }

  /** The long texts are read for the few that are shown, never for all that are found. */
  private rows({ rank, where }: Step, asked: Asked, after: Cursor | null, limit: number): Promise<Row[]> {
    return this.dataSource.query(
      `WITH found AS (
         SELECT i.article, i.publication, i.title, i.source, i.source_date AS "sourceDate", i.ordered_by AS "orderedBy", ${rank} AS rank
         FROM article_index i WHERE ${where} AND i.publication = ANY($2::uuid[]) AND $3::text IS NOT NULL ${filters(asked.filters)}
           AND ($4::integer IS NULL OR (${rank}, i.ordered_by, i.article) < ($4, $5, $6::uuid))
         ORDER BY rank DESC, i.ordered_by DESC, i.article DESC LIMIT $7)
       SELECT found.*, b.body, p.name AS "publicationName", c.name AS column, n.id AS issue, n.year || '年第' || n.number || '期' AS "issueName"
       FROM found JOIN article_index b ON b.article = found.article JOIN publications p ON p.id = found.publication
         LEFT JOIN issue_articles a ON a.article = found.article LEFT JOIN issues n ON n.id = a.issue
         LEFT JOIN issue_columns c ON c.issue = a.issue AND c.position = a.column_position
       ORDER BY rank DESC, found."orderedBy" DESC, found.article DESC`,
      [
        asked.tsquery,
        asked.visible,
        asked.query.toLowerCase().trim(),
        after?.rank ?? null,
        after?.orderedBy ?? '',
        after?.key ?? null,
        limit,
        ...filterValues(asked.filters),
      ],
    )
  }
}

type Filters = Pick<SearchRequest, 'column' | 'source' | 'from' | 'to'>

/** A date known to the year alone lies within every month of it. */
const filters = ({ column, source, from, to }: Filters): string =>
  [
    column === undefined
      ? '$8::text IS NULL'
      : 'EXISTS (SELECT 1 FROM issue_articles a JOIN issue_columns c ON c.issue = a.issue AND c.position = a.column_position WHERE a.article = i.article AND c.name = $8)',
    source === undefined ? '$9::text IS NULL' : 'strpos(i.source, $9) > 0',
    from === undefined ? '$10::text IS NULL' : 'i.source_date >= left($10, length(i.source_date))',
    to === undefined ? '$11::text IS NULL' : 'left(i.source_date, length($11)) <= $11',
  ]
    .map((condition) => ` AND ${condition}`)
    .join('')

const filterValues = ({ column, source, from, to }: Filters): (string | null)[] => [
  column ?? null,
  source ?? null,
  from ?? null,
  to ?? null,
]

const hit = (row: Row, query: string): ArticleHit => ({
  kind: 'article',
  publication: row.publication,
  publicationName: row.publicationName,
  excerpt: markedExcerpt(row.body.slice(row.title.length + 1), query),
  article: row.article,
  title: marked(row.title, query),
  source: row.source,
  sourceDate: row.sourceDate,
  column: row.column,
  issue: row.issue,
  issueName: row.issueName,
})
