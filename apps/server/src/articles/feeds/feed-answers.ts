import type { EntityManager } from 'typeorm'
import { type FeedAnswer, type FindAnswer } from '#lib/editorial'
import { said } from '../../platform/errors/said.js'
import type { Feed } from './feed.entity.js'

/** Feeds as the desk sees them, with how many finds wait. */
export async function feedAnswers(tx: EntityManager, feeds: readonly Feed[]): Promise<FeedAnswer[]> {
  const counts = (await tx.query(
    `SELECT feed, count(*)::integer AS waiting FROM finds WHERE feed = ANY($1::uuid[]) AND state = 'new' GROUP BY feed`,
    [feeds.map((one) => one.id)],
  )) as { feed: string; waiting: number }[]
  return feeds.map((one) => ({
    id: one.id,
    publication: one.publication,
    name: one.name,
    address: one.address,
    everyMinutes: one.everyMinutes,
    paused: one.paused,
    list: one.list,
    rules: one.rules,
    health: one.health,
    trouble: troubleOf(one),
    askedAt: one.askedAt?.toISOString() ?? null,
    foundAt: one.foundAt?.toISOString() ?? null,
    dueAt: one.dueAt.toISOString(),
    waiting: counts.find((count) => count.feed === one.id)?.waiting ?? 0,
    version: one.version,
  }))
}

function troubleOf({ state, errorCode, errorParams, troubleCode, troubleParams, health }: Feed): string | null {
  if (state === 'failed' && errorCode !== null) return said(errorCode, errorParams)
  if (troubleCode !== null) return said(troubleCode, troubleParams)
  return health === 'silent' || health === 'changed' || health === 'barred' ? said(`feed/${health}`) : null
}

/** What a find needs of its feed, and the article it became or that came from its address otherwise. */
export const FIND_COLUMNS = `f.id, f.publication, f.feed, d.name AS "feedName", f.title, f.address, f.date, f.source, f.summary, f.column_name AS column, f.rule,
  f.state, f.fetch_id AS fetch, coalesce(t.article, (SELECT i.article FROM article_index i WHERE i.address = f.form AND i.publication = f.publication LIMIT 1)) AS article, f.found_at AS "foundAt"`
export const FIND_TABLES = 'finds f JOIN feeds d ON d.id = f.feed LEFT JOIN fetches t ON t.id = f.fetch_id'

export type FindRow = Omit<FindAnswer, 'foundAt'> & { readonly foundAt: Date }

export const findAnswerOf = (row: FindRow): FindAnswer => ({ ...row, foundAt: row.foundAt.toISOString() })
