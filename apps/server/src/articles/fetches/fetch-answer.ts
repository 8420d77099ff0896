import type { EntityManager } from 'typeorm'
import { type FetchAnswer } from '#lib/editorial'
import { personNames } from '../../people/person-names.js'
import { said } from '../../platform/errors/said.js'
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
  const otherFiles = await withOtherFiles(tx, fetches)
  return fetches.map((one) => ({
    id: one.id,
    publication: one.publication,
    url: one.url,
    state: one.state,
    article: one.article,
    title: one.article === null ? null : (titles.get(one.article) ?? null),
    snapshot: one.snapshot,
    againFor: one.againFor,
    differs: otherFiles.has(one.id) ? true : one.differs,
    warnings: one.warnings.map(({ code, params, block }) => ({
      code,
      message: said(code, params),
      ...(params === undefined ? {} : { params: { ...params } }),
      ...(block === undefined ? {} : { block }),
    })),
    error: one.errorCode === null ? null : { code: one.errorCode, message: said(one.errorCode, one.errorParams) },
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

/** Pages asked once more that offer other files than they did; files are fetched after the page, so this is told as they come. */
async function withOtherFiles(tx: EntityManager, fetches: readonly Fetch[]): Promise<Set<string>> {
  const again = fetches.filter((one) => one.againFor !== null && one.snapshot !== null && one.differs === false)
  if (again.length === 0) return new Set()
  const rows = (await tx.query(
    `SELECT f.id FROM fetches f JOIN articles a ON a.id = f.again_for
     WHERE f.id = ANY($1::uuid[]) AND a.snapshot IS NOT NULL AND EXISTS (
       SELECT 1 FROM (SELECT * FROM attachments WHERE snapshot = a.snapshot) b FULL JOIN (SELECT * FROM attachments WHERE snapshot = f.snapshot) n ON n.url = b.url
       WHERE b.id IS NULL OR n.id IS NULL OR b.sha256 <> n.sha256)`,
    [again.map((one) => one.id)],
  )) as { id: string }[]
  return new Set(rows.map((row) => row.id))
}
