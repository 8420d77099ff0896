import type { EntityManager } from 'typeorm'

/** How many comments on an issue and on the articles that stand in it nobody settled yet. */
export async function openCommentsOf(tx: EntityManager, issue: string): Promise<number> {
  const [row] = (await tx.query(
    `SELECT count(*)::integer AS open FROM comments c WHERE c.state = 'open'
       AND (c.issue = $1 OR c.article IN (SELECT article FROM issue_articles WHERE issue = $1))`,
    [issue],
  )) as { open: number }[]
  return row?.open ?? 0
}
