import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { ArticleHit, SearchRequest } from '#lib/editorial'
import { matchesQuery } from '#lib/ingest'
import { byIndexes } from './by-indexes.js'
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

/** Where the list goes on, and how many are wanted. */
interface Stretch {
  readonly after: Cursor | null
  readonly limit: number
}

/** A way to look: where articles are read from, which of them are found, how they are ranked. */
interface Step {
  readonly rank: string
  readonly from: string
  readonly where: string
}

const ORDER = 'i.ordered_by DESC, i.article DESC'
const COLUMNS = 'i.article, i.publication, i.title, i.title_words, i.source, i.source_date, i.ordered_by'

/**
 * House: how many of the newest are looked through. A hundred take a millisecond and tell whether it is worth it: where two of them have the words, so have twenty of a
 * thousand; where fewer have, the words are rare and the index answers at once.
 */
const NEWEST = [100, 1000] as const
const WORTH_IT = 2

/** Titles are few and go first, those with the very words before all. */
const TITLES: Step = {
  rank: 'CASE WHEN strpos(lower(i.title), $3) > 0 THEN 2 ELSE 1 END',
  from: 'article_index',
  where: 'i.title_words @@ $1::tsquery',
}

/** Texts go by date. Words that stand nearly everywhere stand in the newest few: those are looked through first, in their order, until enough are found. */
const frequentTexts = (newest: number): Step => ({
  rank: '0',
  from: `(SELECT * FROM article_index i WHERE $4::integer IS NULL OR (i.ordered_by, i.article) < ($5, $6::uuid) ORDER BY ${ORDER} LIMIT ${newest})`,
  where: 'i.words @@ $1::tsquery AND NOT i.title_words @@ $1::tsquery',
})

/** Words that are rarer, by the index; whether a title has them as well is looked at only for those that are shown. */
const TEXTS: Step = {
  rank: '0',
  from: `(SELECT ${COLUMNS} FROM article_index i WHERE i.words @@ $1::tsquery ORDER BY ${ORDER} OFFSET 0)`,
  where: 'NOT i.title_words @@ $1::tsquery',
}

/** Articles on the desk by their words. */
@Injectable()
export class ArticleSearch {
  constructor(private readonly dataSource: DataSource) {}

  async find(asked: Asked, after: Cursor | null, limit: number): Promise<Found<ArticleHit>> {
    const rows = await this.dataSource.transaction((tx) => byIndexes(tx, () => this.inTitlesAndTexts(tx, asked, after, limit)))
    const last = rows.at(-1)
    const next = last === undefined || rows.length < limit ? null : { rank: last.rank, orderedBy: last.orderedBy, key: last.article }
    return { items: rows.filter((row) => matchesQuery(row.body, asked.query)).map((row) => hit(row, asked.query)), next }
  }

  private async inTitlesAndTexts(tx: EntityManager, asked: Asked, after: Cursor | null, limit: number): Promise<Row[]> {
    const inTitles = after === null || after.rank > 0 ? await this.rows(tx, TITLES, asked, { after, limit }) : []
    if (inTitles.length === limit) return inTitles
    const left = { after: after?.rank === 0 ? after : null, limit: limit - inTitles.length }
    return [...inTitles, ...(await this.inTexts(tx, asked, left))]
  }

  private async inTexts(tx: EntityManager, asked: Asked, stretch: Stretch): Promise<Row[]> {
    for (const newest of NEWEST) {
      const rows = await this.rows(tx, frequentTexts(newest), asked, stretch)
      if (rows.length === stretch.limit) return rows
      if (rows.length < WORTH_IT) break
    }
    return this.rows(tx, TEXTS, asked, stretch)
  }

  /** The long texts are read for the few that are shown, never for all that are found. */
  private rows(tx: EntityManager, { rank, from, where }: Step, asked: Asked, { after, limit }: Stretch): Promise<Row[]> {
    return tx.query(
      `WITH found AS (
         SELECT i.article, i.publication, i.title, i.source, i.source_date AS "sourceDate", i.ordered_by AS "orderedBy", ${rank} AS rank
         FROM ${from} i WHERE ${where} AND i.publication = ANY($2::uuid[]) AND $3::text IS NOT NULL ${filters(asked.filters)}
           AND ($4::integer IS NULL OR (${rank}, i.ordered_by, i.article) < ($4, $5, $6::uuid))
         ORDER BY ${rank === '0' ? '' : 'rank DESC, '}${ORDER} LIMIT $7)
       SELECT found.*, b.body, p.name AS "publicationName", c.name AS column, n.id AS issue,
         coalesce(n.year || '年第' || n.number || '期', past.year || '年第' || past.number || '期') AS "issueName"
       FROM found JOIN article_index b ON b.article = found.article JOIN publications p ON p.id = found.publication
         LEFT JOIN issue_articles a ON a.article = found.article LEFT JOIN issues n ON n.id = a.issue
         LEFT JOIN LATERAL (SELECT o.year, o.number FROM articles x JOIN past_issues o ON o.snapshot = x.snapshot AND o.state = 'done'
           WHERE x.id = found.article ORDER BY o.finished_at LIMIT 1) AS past ON true
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
