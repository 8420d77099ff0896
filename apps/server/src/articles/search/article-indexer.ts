import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ArticleContent } from '#lib/editorial'
import { Likenesses } from '../duplicates/likenesses.js'
import { indexFacts } from './index-row.js'

export interface Indexed {
  readonly article: string
  readonly publication: string
  readonly version: number
  readonly content: ArticleContent
}

/** Keeps what articles are found by, in the transaction that saves them: what is saved is found, and what is off the desk is not. */
@Injectable()
export class ArticleIndexer {
  constructor(private readonly likenesses: Likenesses) {}

  async index(tx: EntityManager, { article, publication, version, content }: Indexed): Promise<void> {
    const facts = indexFacts(content)
    await tx.query(
      `INSERT INTO article_index (article, publication, version, title, source, source_date, ordered_by, address, title_words, words, body, signature, bands, paragraphs)
       SELECT $1, $2, $3, $4, $5, $6::text, coalesce($6, to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')), $7,
         $8::tsvector, array_to_tsvector($9::text[]), $10, $11, $12, $13 FROM articles WHERE id = $1
       ON CONFLICT (article) DO UPDATE SET version = excluded.version, title = excluded.title, source = excluded.source, source_date = excluded.source_date,
         ordered_by = excluded.ordered_by, address = excluded.address, title_words = excluded.title_words, words = excluded.words, body = excluded.body,
         signature = excluded.signature, bands = excluded.bands, paragraphs = excluded.paragraphs`,
      [
        article,
        publication,
        version,
        content.title,
        content.source,
        content.sourceDate,
        facts.address,
        facts.titleWords,
        facts.words,
        facts.body,
        facts.signature,
        facts.bands,
        facts.paragraphs,
      ],
    )
    await this.likenesses.find(tx, article, facts)
  }

  async remove(tx: EntityManager, article: string): Promise<void> {
    await tx.query('DELETE FROM article_index WHERE article = $1', [article])
    await tx.query('DELETE FROM likenesses WHERE article = $1', [article])
  }
}
