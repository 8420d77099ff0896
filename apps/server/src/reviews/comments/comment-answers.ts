import { type EntityManager, In } from 'typeorm'
import type { ArticleContent, CommentAnswer } from '#lib/editorial'
import { Article } from '../../articles/article.entity.js'
import { ArticleVersion } from '../../articles/article-version.entity.js'
import { type NameOf, personNames } from '../../people/person-names.js'
import type { Comment } from './comment.entity.js'
import { CommentReply } from './comment-reply.entity.js'
import { type MovedPassage, type Passage, passageOf, passagesInto } from './passage.js'

interface About {
  readonly article: string
  readonly title: string
  readonly issue: string | null
  /** The version places are given in. */
  readonly version: number
  readonly content: ArticleContent
}

/** Comments as the desk sees them, each with the place of its words in the newest version, or in the one asked for. */
export async function commentAnswers(tx: EntityManager, comments: readonly Comment[], version?: number): Promise<CommentAnswer[]> {
  if (comments.length === 0) return []
  const replies = await tx.find(CommentReply, { where: { comment: In(comments.map((one) => one.id)) }, order: { at: 'ASC' } })
  const nameOf = await personNames(tx, [...comments.flatMap((one) => [one.person, one.settledBy]), ...replies.map((one) => one.person)])
  const about = await articlesOf(tx, comments, version)
  const follow = followers(await contentsMadeOn(tx, comments), about)
  return comments.map((one) => ({
    ...said(one, nameOf),
    issue: one.issue ?? about.get(one.article ?? '')?.issue ?? null,
    articleTitle: about.get(one.article ?? '')?.title ?? null,
    passage: placeNow(one, follow(one), about.get(one.article ?? '')?.version),
    replies: replies
      .filter((reply) => reply.comment === one.id)
      .map(({ id, person, text, at }) => ({ id, person: nameOf(person) ?? { id: person, name: '' }, text, at: at.toISOString() })),
  }))
}

const said = (one: Comment, nameOf: NameOf): Omit<CommentAnswer, 'issue' | 'articleTitle' | 'passage' | 'replies'> => ({
  id: one.id,
  publication: one.publication,
  article: one.article,
  madeOn: one.version,
  quote: one.quote,
  text: one.text,
  suggestion: one.suggestion,
  state: one.state,
  person: nameOf(one.person) ?? { id: one.person, name: '' },
  at: one.at.toISOString(),
  settledBy: nameOf(one.settledBy),
  settledAt: one.settledAt?.toISOString() ?? null,
  settledReason: one.settledReason,
  settledVersion: one.settledVersion,
})

const keyOf = (one: Pick<Comment, 'article' | 'version'>): string => `${one.article} ${one.version}`

type Follow = (passage: Passage) => MovedPassage | null

/** One way from each version commented on into the one shown, laid once however many remarks take it. */
function followers(made: ReadonlyMap<string, ArticleContent>, about: ReadonlyMap<string, About>): (one: Comment) => Follow | undefined {
  const known = new Map<string, Follow>()
  return (one) => {
    const [from, to] = [made.get(keyOf(one)), about.get(one.article ?? '')]
    if (from === undefined || to === undefined) return undefined
    const follow = known.get(keyOf(one)) ?? passagesInto(from, to.content)
    known.set(keyOf(one), follow)
    return follow
  }
}

function placeNow(comment: Comment, follow: Follow | undefined, version: number | undefined): CommentAnswer['passage'] {
  const passage = passageOf(comment)
  const place = passage === null || follow === undefined ? null : follow(passage)
  return place === null || version === undefined ? null : { ...wired(place), version, changed: place.changed }
}

const wired = ({ block, field, from, to }: Passage): Pick<NonNullable<CommentAnswer['passage']>, 'block' | 'field' | 'from' | 'to'> => ({
  block,
  field,
  from,
  to,
})

async function articlesOf(tx: EntityManager, comments: readonly Comment[], version?: number): Promise<Map<string, About>> {
  const ids = [...new Set(comments.flatMap((one) => one.article ?? []))]
  if (ids.length === 0) return new Map()
  const articles = await tx.find(Article, { where: { id: In(ids) }, select: { id: true, version: true } })
  const wanted = articles.map((one) => ({ article: one.id, number: version ?? one.version }))
  const rows = await tx.find(ArticleVersion, { where: wanted })
  const placed = (await tx.query('SELECT article, issue FROM issue_articles WHERE article = ANY($1::uuid[])', [ids])) as {
    article: string
    issue: string
  }[]
  const issueOf = new Map(placed.map((one) => [one.article, one.issue]))
  return new Map(
    rows.map(({ article, title, number, content }) => [
      article,
      { article, title, issue: issueOf.get(article) ?? null, version: number, content },
    ]),
  )
}

async function contentsMadeOn(tx: EntityManager, comments: readonly Comment[]): Promise<Map<string, ArticleContent>> {
  const keys = new Map(comments.flatMap((one) => (one.article === null || one.version === null ? [] : [[keyOf(one), one]])))
  const where = [...keys.values()].map((one) => ({ article: one.article ?? '', number: one.version ?? 0 }))
  const rows = where.length === 0 ? [] : await tx.find(ArticleVersion, { where })
  return new Map(rows.map((row) => [keyOf({ article: row.article, version: row.number }), row.content]))
}
