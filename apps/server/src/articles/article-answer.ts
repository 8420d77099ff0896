import type { EntityManager } from 'typeorm'
import type { ArticleAnswer, ArticleLine, VersionLine } from '#lib/editorial'
import { type NameOf, personNames } from '../people/person-names.js'
import { Article } from './article.entity.js'
import { ArticleVersion } from './article-version.entity.js'

/** An article with one of its versions, and the issue it stands in if any. */
export interface ArticleRow {
  readonly article: Article
  readonly version: ArticleVersion
  readonly issue: string | null
}

/** The newest version of an article, also of a discarded one; undefined for none. Where it stands is read from the issues' own table. */
export async function articleRow(tx: EntityManager, id: string): Promise<ArticleRow | undefined> {
  const article = await tx.findOneBy(Article, { id })
  if (article === null) return undefined
  const version = await tx.findOneByOrFail(ArticleVersion, { article: id, number: article.version })
  return { article, version, issue: await issueOf(tx, id) }
}

export async function issueOf(tx: EntityManager, article: string): Promise<string | null> {
  const [row] = (await tx.query('SELECT issue FROM issue_articles WHERE article = $1', [article])) as { issue: string }[]
  return row?.issue ?? null
}

export async function articleAnswer(tx: EntityManager, { article, version, issue }: ArticleRow): Promise<ArticleAnswer> {
  const nameOf = await personNames(tx, [version.savedBy])
  return {
    id: article.id,
    publication: article.publication,
    snapshot: article.snapshot,
    version: version.number,
    content: version.content as ArticleAnswer['content'],
    contentHash: version.contentHash,
    characters: version.characters,
    savedBy: nameOf(version.savedBy),
    savedAt: version.savedAt.toISOString(),
    note: version.note,
    issue,
  }
}

export const versionLine = (version: ArticleVersion, nameOf: NameOf): VersionLine => ({
  version: version.number,
  title: version.title,
  characters: version.characters,
  contentHash: version.contentHash,
  savedBy: nameOf(version.savedBy),
  savedAt: version.savedAt.toISOString(),
  note: version.note,
})

/** What a list says of the newest version. */
export type ListedVersion = Pick<
  ArticleVersion,
  'article' | 'number' | 'title' | 'source' | 'sourceDate' | 'characters' | 'savedBy' | 'savedAt'
>

export const articleLine = (
  version: ListedVersion,
  { issue, duplicate }: Pick<ArticleLine, 'issue' | 'duplicate'>,
  nameOf: NameOf,
): ArticleLine => ({
  id: version.article,
  title: version.title,
  source: version.source,
  sourceDate: version.sourceDate,
  characters: version.characters,
  version: version.number,
  issue,
  duplicate,
  savedBy: nameOf(version.savedBy),
  savedAt: version.savedAt.toISOString(),
})
