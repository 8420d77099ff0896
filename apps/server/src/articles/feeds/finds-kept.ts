import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { isSilent, normaliseUrl, suggestColumn, type WatchedItem } from '#lib/ingest'
import type { Feed } from './feed.entity.js'
import { Find } from './find.entity.js'

/** House: what a first visit brings into the list; older ones are history. */
const MOST_FIRST = 50

/** Writes down what was not known yet, each with the column a rule suggests; answers how many. */
export async function keepFinds(tx: EntityManager, feed: Feed, items: readonly WatchedItem[]): Promise<number> {
  const rows = items.slice(0, feed.askedAt === null ? MOST_FIRST : items.length).flatMap((item) => {
    const form = normaliseUrl(item.url)
    const suggested = suggestColumn(item, feed.rules)
    const { title, date, source, summary, url: address } = item
    const about = { title, date, source, summary, address, columnName: suggested?.column ?? null, rule: suggested?.rule ?? null }
    return form === null ? [] : [{ id: randomUUID(), publication: feed.publication, feed: feed.id, form, ...about, state: 'new' as const }]
  })
  if (rows.length === 0) return 0
  const { raw } = await tx.createQueryBuilder().insert().into(Find).values(rows).orIgnore().returning('id').execute()
  return (raw as unknown[]).length
}

/** Whether the feed has brought nothing for much longer than it used to, by the database's day in Shanghai. */
export async function silentNow(tx: EntityManager, feed: string): Promise<boolean> {
  const rows = (await tx.query(
    `SELECT coalesce(date, to_char(found_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')) AS day, to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS today
     FROM finds WHERE feed = $1 ORDER BY found_at DESC LIMIT 200`,
    [feed],
  )) as { day: string; today: string }[]
  return isSilent(
    rows.map((row) => row.day),
    rows[0]?.today ?? '1970-01-01',
  )
}
