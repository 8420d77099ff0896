import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { StatisticsAnswer } from '#lib/editorial'
import { issueName } from '../../issues/issue-row.js'
import { publicationById } from '../../publications/publications.service.js'

interface IssueRow {
  readonly issue: string
  readonly year: number | null
  readonly number: number | null
  readonly totalNumber: number | null
  readonly state: string
  readonly articles: number
  readonly characters: number
  readonly pages: number | null
}

type Named = StatisticsAnswer['sources']
type Stages = StatisticsAnswer['stages']

/** House: the sources that fill a chart. */
const MOST_SOURCES = 50

const PRINTED = `FROM issues i JOIN issue_articles p ON p.issue = i.id JOIN article_versions v ON v.article = p.article AND v.number = p.version`
const OF = `i.publication = $1 AND ($2::integer IS NULL OR i.year = $2)`
const COUNTS = `count(*)::integer AS articles, sum(v.characters)::integer AS characters`

/** What a year of a publication came to. */
@Injectable()
export class StatisticsService {
  constructor(private readonly dataSource: DataSource) {}

  async of(publication: string, year: number | undefined): Promise<StatisticsAnswer> {
    const tx = this.dataSource.manager
    const of = await publicationById(tx, publication)
    const asked = [publication, year ?? null]
    const issues = await issueRows(tx, asked)
    return {
      year: year ?? null,
      issues: issues.map((row) => ({
        issue: row.issue,
        name: issueName(of, row),
        state: row.state,
        articles: row.articles,
        characters: row.characters,
        pages: row.pages,
      })),
      sources: await named(tx, `coalesce(v.source, '')`, asked, MOST_SOURCES),
      columns: await named(tx, `coalesce(c.name, '')`, asked, MOST_SOURCES),
      stages: await stageRows(tx, asked),
    }
  }
}

const issueRows = (tx: EntityManager, asked: readonly unknown[]): Promise<IssueRow[]> =>
  tx.query(
    `SELECT i.id AS issue, i.year, i.number, i.total_number AS "totalNumber", i.state, count(v.article)::integer AS articles,
       coalesce(sum(v.characters), 0)::integer AS characters,
       (SELECT e.pages FROM editions e WHERE e.issue = i.id ORDER BY e.purpose = 'release' DESC, e.made_at DESC LIMIT 1) AS pages
     FROM issues i LEFT JOIN issue_articles p ON p.issue = i.id LEFT JOIN article_versions v ON v.article = p.article AND v.number = p.version
     WHERE ${OF} GROUP BY i.id ORDER BY i.year DESC NULLS LAST, i.number DESC NULLS LAST, i.id LIMIT 200`,
    [...asked],
  )

const named = (tx: EntityManager, name: string, asked: readonly unknown[], most: number): Promise<Named> =>
  tx.query(
    `SELECT ${name} AS name, ${COUNTS} ${PRINTED} JOIN issue_columns c ON c.issue = p.issue AND c.position = p.column_position
     WHERE ${OF} GROUP BY 1 ORDER BY articles DESC, 1 LIMIT ${most}`,
    [...asked],
  )

/** From the opening of a stage (submission, or the approval before) to its approval; how often the stage sent an issue back. */
const stageRows = (tx: EntityManager, asked: readonly unknown[]): Promise<Stages> =>
  tx.query(
    `WITH decided AS (
       SELECT r.stages->d.stage->>'name' AS stage, d.stage AS place, d.kind,
         extract(epoch FROM d.at - coalesce((SELECT max(b.at) FROM review_decisions b WHERE b.round = r.id AND b.kind = 'approve' AND b.stage = d.stage - 1 AND b.at < d.at), r.submitted_at)) / 3600 AS hours
       FROM review_decisions d JOIN review_rounds r ON r.id = d.round JOIN issues i ON i.id = r.issue WHERE ${OF} AND d.kind IN ('approve', 'return'))
     SELECT stage, count(*)::integer AS decisions, round((percentile_cont(0.5) WITHIN GROUP (ORDER BY hours))::numeric, 2)::float8 AS "medianHours",
       round(max(hours)::numeric, 2)::float8 AS "longestHours", count(*) FILTER (WHERE kind = 'return')::integer AS returned
     FROM decided GROUP BY stage ORDER BY min(place), stage`,
    [...asked],
  )
