import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ALIKE, estimateSimilarity } from '#lib/ingest'
import type { IndexFacts } from '../search/index-row.js'

/** House: a text that stands in the house more often than this is known well enough. */
const MOST_OTHERS = 50

/** How much two articles have in common now. */
export interface Likeness {
  readonly article: string
  readonly other: string
  /** Estimated, 0 to 1; null where it is too little to be told. */
  readonly similarity: number | null
  readonly paragraphs: number
  readonly sameAddress: boolean
}

interface Compared extends Omit<Likeness, 'similarity'> {
  readonly one: number[]
  readonly two: number[]
}

type Facts = Pick<IndexFacts, 'address' | 'bands' | 'paragraphs'>

/** Which articles have a text, some paragraphs or an address in common. */
@Injectable()
export class Likenesses {
  /** Looks through all articles of the house for those like this one, whose row in the index is written already. */
  async find(tx: EntityManager, article: string, facts: Facts): Promise<void> {
    await tx.query('DELETE FROM likenesses WHERE article = $1', [article])
    const candidates = await candidatesFor(tx, article, facts)
    const others = (
      await this.between(
        tx,
        candidates.map((other) => ({ article, other })),
      )
    )
      .slice(0, MOST_OTHERS)
      .map((one) => one.other)
    if (others.length > 0) await tx.query('INSERT INTO likenesses (article, other) SELECT $1, unnest($2::uuid[])', [article, others])
  }

  /** Each article with those like it, whichever of the two was saved last; strongest first. */
  async of(tx: EntityManager, articles: readonly string[]): Promise<Likeness[]> {
    const pairs = (await tx.query(
      `SELECT article, other FROM likenesses WHERE article = ANY($1::uuid[])
       UNION SELECT other, article FROM likenesses WHERE other = ANY($1::uuid[])`,
      [articles],
    )) as { article: string; other: string }[]
    return this.between(tx, pairs)
  }

  /** What the pairs have in common by what the index says of both now; pairs that have nothing any more are left out. */
  private async between(tx: EntityManager, pairs: readonly { readonly article: string; readonly other: string }[]): Promise<Likeness[]> {
    if (pairs.length === 0) return []
    const compared = (await tx.query(
      `SELECT a.article, b.article AS other, a.signature AS one, b.signature AS two, coalesce(a.address = b.address, false) AS "sameAddress",
         (SELECT count(*)::integer FROM unnest(a.paragraphs) AS hash WHERE hash = ANY(b.paragraphs)) AS paragraphs
       FROM unnest($1::uuid[], $2::uuid[]) AS pair (article, other)
         JOIN article_index a ON a.article = pair.article JOIN article_index b ON b.article = pair.other`,
      [pairs.map((one) => one.article), pairs.map((one) => one.other)],
    )) as Compared[]
    return compared
      .map(({ one, two, ...rest }) => ({ ...rest, similarity: told(one, two) }))
      .filter((one) => one.similarity !== null || one.paragraphs > 0 || one.sameAddress)
      .sort(strongestFirst)
  }
}

function told(one: readonly number[], two: readonly number[]): number | null {
  const similarity = estimateSimilarity(one, two)
  return similarity >= ALIKE ? similarity : null
}

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
