import type { EntityManager } from 'typeorm'
import { type FetchAnswer, messageText } from '#lib/editorial'
import { personNames } from '../../people/person-names.js'
import type { Fetch } from './fetch.entity.js'

/** Fetches as the desk sees them, a failed one with its plain sentence and a done one with the title of its article. */
export async function fetchAnswers(tx: EntityManager, fetches: readonly Fetch[]): Promise<FetchAnswer[]> {
  const nameOf = await personNames(
    tx,
    fetches.map((one) => one.requestedBy),
  )
  const titles = await titlesOf(
    tx,
    fetches.flatMap((one) => one.article ?? []),
  )
  return fetches.map((one) => ({
    id: one.id,
    publication: one.publication,
    url: one.url,
    state: one.state,
    article: one.article,
    title: one.article === null ? null : (titles.get(one.article) ?? null),
    snapshot: one.snapshot,
    againFor: one.againFor,
    differs: one.differs,
    warnings: one.warnings.map(({ code, params, block }) => ({
      code,
      message: messageText(code, params),
      ...(params === undefined ? {} : { params: { ...params } }),
      ...(block === undefined ? {} : { block }),
    })),
    error: one.errorCode === null ? null : { code: one.errorCode, message: messageText(one.errorCode, one.errorParams) },
    requestedBy: nameOf(one.requestedBy),
    requestedAt: one.requestedAt.toISOString(),
    finishedAt: one.finishedAt?.toISOString() ?? null,
  }))
}

export async function fetchAnswer(tx: EntityManager, fetch: Fetch): Promise<FetchAnswer> {
  const [answer] = await fetchAnswers(tx, [fetch])
  if (answer === undefined) throw new Error('a fetch has no answer')
  return answer
}

async function titlesOf(tx: EntityManager, articles: readonly string[]): Promise<Map<string, string>> {
  if (articles.length === 0) return new Map()
  const rows = (await tx.query(
    'SELECT a.id, v.title FROM articles a JOIN article_versions v ON v.article = a.id AND v.number = a.version WHERE a.id = ANY($1::uuid[])',
    [articles],
  )) as { id: string; title: string }[]
  return new Map(rows.map(({ id, title }) => [id, title]))
}
