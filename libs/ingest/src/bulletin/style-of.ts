import type { BulletinFacts, ImportedColumn } from './bulletin-import.js'
import type { ContentsPage } from './contents-page.js'

/** The shipped house style a bulletin looks like (house-styles.md); null when nothing tells. */
export function styleOf(facts: BulletinFacts, columns: readonly ImportedColumn[], contents: ContentsPage | null): string | null {
  const articles = columns.flatMap((column) => column.articles)
  const labels = contents?.entries.filter((entry) => entry.kind === 'label') ?? []
  if (labels.some((entry) => entry.text.startsWith('【'))) return 'planning-and-decision'
  if (labels.some((entry) => /^[一二三四五六七八九十]+、/.test(entry.text)) || /学习/.test(facts.publication ?? '')) return 'study-reader'
  if (articles.length === 1 && contents === null) return 'single-brief'
  const atEnd = articles.filter((article) => article.content.source !== null && article.content.sourceDate !== null)
  if (facts.publication?.endsWith('简报')) return 'gongwen'
  return labels.length === 0 && atEnd.length * 2 > articles.length ? 'digest' : null
}
