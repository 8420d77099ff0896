import type { EntityManager } from 'typeorm'
import type { UsedAnswer } from '#lib/editorial'

/** One use of an article, or of paragraphs of it, in print. */
export interface Use extends UsedAnswer {
  readonly article: string
  readonly publication: string
  readonly publicationName: string
  /** How many of its paragraphs stand there; null where the whole article does. */
  readonly paragraphs: number | null
}

/** Where articles were printed: released editions to the page, and past bulletins they were read from. Newest first. */
export async function usesOf(tx: EntityManager, articles: readonly string[]): Promise<Use[]> {
  return tx.query(
    `SELECT a.article, e.publication, p.name AS "publicationName", ${ISSUE_NAME} AS name, a.page, a.page_label AS "pageLabel",
       e.issue, e.id AS edition, NULL AS "pastIssue", NULL::integer AS paragraphs, e.released_at AS at
     FROM edition_articles a JOIN editions e ON e.id = a.edition AND e.state = 'released' JOIN issues i ON i.id = e.issue JOIN publications p ON p.id = e.publication
     WHERE a.article = ANY($1::uuid[])
     UNION ALL
     SELECT a.id, b.publication, p.name, coalesce(${PAST_NAME}, b.file), NULL, NULL, NULL, NULL, b.id, NULL, b.finished_at
     FROM articles a JOIN past_issues b ON b.snapshot = a.snapshot AND b.state = 'done' JOIN publications p ON p.id = b.publication
     WHERE a.id = ANY($1::uuid[]) ORDER BY at DESC, name`,
    [articles],
  )
}

/** Pages of released editions where paragraphs of these articles begin; the first such page of each edition. */
export async function passagesOf(tx: EntityManager, articles: readonly string[]): Promise<Use[]> {
  return tx.query(
    `SELECT DISTINCT ON (x.article, e.id) x.article, e.publication, p.name AS "publicationName", ${ISSUE_NAME} AS name, g.page, g.label AS "pageLabel",
       e.issue, e.id AS edition, NULL AS "pastIssue",
       (SELECT count(DISTINCT one)::integer FROM edition_pages h, unnest(h.paragraphs) AS one WHERE h.edition = e.id AND one = ANY(x.paragraphs)) AS paragraphs
     FROM article_index x JOIN edition_pages g ON g.paragraphs && x.paragraphs JOIN editions e ON e.id = g.edition AND e.state = 'released'
       JOIN issues i ON i.id = e.issue JOIN publications p ON p.id = e.publication
     WHERE x.article = ANY($1::uuid[]) ORDER BY x.article, e.id, g.page`,
    [articles],
  )
}

const ISSUE_NAME = `CASE WHEN i.number IS NULL THEN e.name ELSE i.year || '年第' || i.number || '期' END`
const PAST_NAME = `b.year || '年第' || b.number || '期'`
