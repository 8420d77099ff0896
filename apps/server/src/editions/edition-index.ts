import type { EntityManager } from 'typeorm'
import type { Manifest } from '#lib/editorial'
import { searchTokens } from '#lib/ingest'
import { EditionArticle } from './edition-article.entity.js'
import type { PageText } from './page-texts.js'

/** Writes down where each article of an edition begins. */
export async function keepEditionArticles(tx: EntityManager, edition: string, { articles }: Pick<Manifest, 'articles'>): Promise<void> {
  const rows = articles.map(({ article, version, column, title, pdfPage, pageLabel }, position) => ({
    edition,
    position,
    article,
    version,
    columnName: column,
    title,
    page: pdfPage,
    pageLabel,
  }))
  await tx.insert(EditionArticle, rows)
}

/** Writes down what stands on each page of an edition, instead of what was written before. */
export async function keepPageTexts(tx: EntityManager, edition: string, pages: readonly PageText[]): Promise<void> {
  await tx.query('DELETE FROM edition_pages WHERE edition = $1', [edition])
  for (const { page, label, text, paragraphs } of pages)
    await tx.query(
      'INSERT INTO edition_pages (edition, page, label, body, words, paragraphs) VALUES ($1, $2, $3, $4, array_to_tsvector($5::text[]), $6)',
      [edition, page, label, text, searchTokens(text), paragraphs],
    )
}
