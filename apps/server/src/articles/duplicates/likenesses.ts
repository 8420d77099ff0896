import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ALIKE } from '#lib/ingest'
import { byIndexes } from '../search/by-indexes.js'
import type { IndexFacts } from '../search/index-row.js'

/** House: a text that stands in the house more often than this is known well enough. */
const MOST_OTHERS = 50

/** House: what is told beside an article; more is a list nobody reads. */
export const MOST_TOLD = 20

/** House: pairs reckoned anew for one answer. There are a few after a text was rewritten, and many only in a house older than the strengths kept. */
const MOST_RECKONED = 200

/** How much two articles have in common now. */
export interface Likeness {
  readonly article: string
  readonly other: string
  /** Estimated, 0 to 1; null where it is too little to be told. */
  readonly similarity: number | null
  readonly paragraphs: number
  readonly sameAddress: boolean
}

interface Kept extends Likeness {
  /** Whether both stand as they stood when they were compared. */
  readonly fresh: boolean
}

type Facts = Pick<IndexFacts, 'address' | 'bands' | 'paragraphs' | 'signature'>

/** Which articles have a text, some paragraphs or an address in common. */
@Injectable()
export class Likenesses {
  /** Looks through all articles of the house for those like this one, and keeps with each pair how alike the two are. */
  async find(tx: EntityManager, article: string, facts: Facts): Promise<void> {
    await tx.query('DELETE FROM likenesses WHERE article = $1', [article])
    await byIndexes(tx, async () => this.keep(tx, article, facts, await candidatesFor(tx, article, facts)))
  }

  private async keep(tx: EntityManager, article: string, facts: Facts, candidates: readonly string[]): Promise<void> {
    if (candidates.length === 0) return
    await tx.query(
      `INSERT INTO likenesses (article, other, other_version, similarity, paragraphs, same_address)
       SELECT $1, other, other_version, similarity, paragraphs, same_address
       FROM (SELECT b.article AS other, b.version AS other_version, ${inCommon('$3::integer[]', '$4::bigint[]', '$5::text')}
         FROM article_index b WHERE b.article = ANY($2::uuid[])) AS compared
       WHERE ${WORTH_TELLING} ORDER BY ${STRONGEST_FIRST} LIMIT ${MOST_OTHERS}`,
      [article, candidates, facts.signature, facts.paragraphs, facts.address],
    )
  }

  /** Each article with those like it, whichever of the two was saved last; strongest first. */
  async of(tx: EntityManager, articles: readonly string[]): Promise<Likeness[]> {
    const kept = (await tx.query(
      `WITH pairs AS (
         SELECT l.article, l.other, l.similarity, l.paragraphs, l.same_address, x.version = l.other_version AS fresh
         FROM likenesses l JOIN article_index x ON x.article = l.other WHERE l.article = ANY($1::uuid[])
         UNION ALL SELECT l.other, l.article, l.similarity, l.paragraphs, l.same_address, x.version = l.other_version
         FROM likenesses l JOIN article_index x ON x.article = l.other WHERE l.other = ANY($1::uuid[])),
       once AS (SELECT DISTINCT ON (article, other) * FROM pairs ORDER BY article, other, fresh DESC),
       counted AS (SELECT *, row_number() OVER (PARTITION BY article, fresh ORDER BY ${STRONGEST_FIRST}) AS place FROM once)
       SELECT article, other, similarity, paragraphs, same_address AS "sameAddress", fresh FROM counted WHERE place <= ${MOST_TOLD}`,
      [articles],
    )) as Kept[]
    const stale = kept.filter((one) => !one.fresh).slice(0, MOST_RECKONED)
    const fresh = kept.filter((one) => one.fresh).map(({ fresh: _, ...likeness }) => likeness)
    return [...fresh, ...(await reckoned(tx, stale))].sort(strongestFirst)
  }
}

/** What the pairs have in common by what the index says of both now; pairs that have nothing any more are left out. */
async function reckoned(tx: EntityManager, pairs: readonly Pick<Likeness, 'article' | 'other'>[]): Promise<Likeness[]> {
  if (pairs.length === 0) return []
  return tx.query(
    `SELECT article, other, similarity, paragraphs, same_address AS "sameAddress"
     FROM (SELECT a.article, b.article AS other, ${inCommon('a.signature', 'a.paragraphs', 'a.address')}
       FROM unnest($1::uuid[], $2::uuid[]) AS pair (article, other)
         JOIN article_index a ON a.article = pair.article JOIN article_index b ON b.article = pair.other) AS compared
     WHERE ${WORTH_TELLING}`,
    [pairs.map((one) => one.article), pairs.map((one) => one.other)],
  )
}

/** What the texts of a row `b` and another one have in common: of their signatures the equal part, where it is enough; paragraphs; the address. */
const inCommon = (signature: string, paragraphs: string, address: string): string =>
  `(SELECT CASE WHEN count(*) FILTER (WHERE one = two) >= ${ALIKE} * count(*) AND count(*) > 0
      THEN count(*) FILTER (WHERE one = two) / count(*)::real END FROM unnest(${signature}, b.signature) AS number (one, two)) AS similarity,
   (SELECT count(*)::integer FROM unnest(b.paragraphs) AS hash WHERE hash = ANY(${paragraphs})) AS paragraphs,
   coalesce(b.address = ${address}, false) AS same_address`

const WORTH_TELLING = '(similarity IS NOT NULL OR paragraphs > 0 OR same_address)'
const STRONGEST_FIRST = 'similarity DESC NULLS LAST, paragraphs DESC, same_address DESC, other'

const strongestFirst = (a: Likeness, b: Likeness): number =>
  (b.similarity ?? 0) - (a.similarity ?? 0) ||
  b.paragraphs - a.paragraphs ||
  Number(b.sameAddress) - Number(a.sameAddress) ||
  (a.other < b.other ? -1 : 1)

/** House: what more articles share is a phrase of the trade. */
const MOST_CANDIDATES = 300

/** By the three indexes, one after the other: each answers in a few milliseconds, joined by OR they would read the table. */
async function candidatesFor(tx: EntityManager, article: string, { address, bands, paragraphs }: Facts): Promise<string[]> {
  const rows = (await tx.query(
    `(SELECT article FROM article_index WHERE bands && $2::bigint[] AND article <> $1 LIMIT ${MOST_CANDIDATES})
     UNION (SELECT article FROM article_index WHERE paragraphs && $3::bigint[] AND article <> $1 LIMIT ${MOST_CANDIDATES})
     UNION (SELECT article FROM article_index WHERE address = $4 AND article <> $1 LIMIT ${MOST_CANDIDATES})`,
    [article, bands, paragraphs, address],
  )) as { article: string }[]
  return rows.map((row) => row.article)
}
