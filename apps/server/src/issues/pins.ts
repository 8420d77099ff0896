import type { EntityManager } from 'typeorm'
import type { ArticleContent } from '#lib/editorial'
import { IssueColumnRow } from './issue-column.entity.js'

/** One article of an issue in its pinned version, with the newest version there is. */
export interface Pin {
  readonly article: string
  readonly version: number
  readonly newest: number
  readonly column: number
  readonly title: string
  readonly source: string | null
  readonly characters: number
  readonly contentHash: string
  readonly snapshotSha256: string | null
}

export interface PinnedContent extends Pin {
  readonly content: ArticleContent
}

const FROM = `FROM issue_articles p JOIN articles a ON a.id = p.article JOIN article_versions v ON v.article = p.article AND v.number = p.version
  LEFT JOIN snapshots s ON s.id = a.snapshot WHERE p.issue = $1 ORDER BY p.position`

const FIELDS = `p.article, p.version, a.version AS newest, p.column_position AS "column", v.title, v.source, v.characters, v.content_hash AS "contentHash", s.sha256 AS "snapshotSha256"`

/** The articles of an issue in reading order. */
export const pinsOf = (tx: EntityManager, issue: string): Promise<Pin[]> => tx.query(`SELECT ${FIELDS} ${FROM}`, [issue])

/** The same with everything they say. */
export const pinnedContents = (tx: EntityManager, issue: string): Promise<PinnedContent[]> =>
  tx.query(`SELECT ${FIELDS}, v.content ${FROM}`, [issue])

/** The columns of an issue in order; null is a flat list. */
export async function columnNames(tx: EntityManager, issue: string): Promise<(string | null)[]> {
  const rows = await tx.find(IssueColumnRow, { where: { issue }, order: { position: 'ASC' } })
  return rows.map((row) => row.name)
}

/**
 * Everyone whose hand is in the content: who saved any version up to a pinned one, who changed the issue, and who had written what was copied:
 * a version that says the same as an earlier one of another article counts as made from it.
 */
export async function editorsOfContent(tx: EntityManager, issue: string): Promise<string[]> {
  const rows = (await tx.query(
    `WITH RECURSIVE line(article, number) AS (
       SELECT article, version FROM issue_articles WHERE issue = $1
       UNION SELECT o.article, o.number FROM line l JOIN article_versions v ON v.article = l.article AND v.number <= l.number
         JOIN article_versions o ON o.content_hash = v.content_hash AND o.article <> v.article AND o.saved_at <= v.saved_at)
     SELECT v.saved_by AS person FROM line l JOIN article_versions v ON v.article = l.article AND v.number <= l.number
       WHERE v.saved_by IS NOT NULL
     UNION SELECT person FROM issue_hands WHERE issue = $1`,
    [issue],
  )) as { person: string }[]
  return rows.map((row) => row.person)
}
