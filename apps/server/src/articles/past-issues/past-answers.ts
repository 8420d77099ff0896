import type { EntityManager } from 'typeorm'
import { type PastBatchAnswer, type PastIssueAnswer } from '#lib/editorial'
import { personNames } from '../../people/person-names.js'
import { said } from '../../platform/errors/said.js'
import type { PastBatch } from './past-batch.entity.js'
import type { PastIssue } from './past-issue.entity.js'

export async function pastIssueAnswers(tx: EntityManager, rows: readonly PastIssue[]): Promise<PastIssueAnswer[]> {
  const nameOf = await personNames(
    tx,
    rows.map((one) => one.confirmedBy),
  )
  return rows.map((one) => ({
    id: one.id,
    publication: one.publication,
    batch: one.batch,
    file: one.file,
    bytes: one.bytes,
    state: one.state,
    error: one.errorCode === null ? null : { code: one.errorCode, message: said(one.errorCode, one.errorParams) },
    name: one.year === null || one.number === null ? null : `${one.year}年第${one.number}期`,
    year: one.year,
    number: one.number,
    articles: one.articles,
    doubts: one.doubts,
    residue: one.residue,
    damaged: one.damaged,
    confirmedBy: nameOf(one.confirmedBy),
    confirmedAt: one.confirmedAt?.toISOString() ?? null,
    requestedAt: one.requestedAt.toISOString(),
    finishedAt: one.finishedAt?.toISOString() ?? null,
  }))
}

interface Counts {
  readonly batch: string
  readonly files: number
  readonly queued: number
  readonly running: number
  readonly done: number
  readonly failed: number
  readonly cancelled: number
  readonly articles: number
  readonly doubts: number
}

/** Batches with how far they are. */
export async function pastBatchAnswers(tx: EntityManager, rows: readonly PastBatch[]): Promise<PastBatchAnswer[]> {
  const counts = rows.length === 0 ? [] : await countsOf(tx, rows)
  const nameOf = await personNames(
    tx,
    rows.map((one) => one.madeBy),
  )
  return rows.map((one) => {
    const { batch: _, ...figures } = counts.find((count) => count.batch === one.id) ?? NOTHING
    const { id, publication, name } = one
    return { id, publication, name, ...figures, madeBy: nameOf(one.madeBy), madeAt: one.madeAt.toISOString() }
  })
}

const NOTHING: Counts = { batch: '', files: 0, queued: 0, running: 0, done: 0, failed: 0, cancelled: 0, articles: 0, doubts: 0 }

const countsOf = (tx: EntityManager, rows: readonly PastBatch[]): Promise<Counts[]> => {
  const states = ['queued', 'running', 'done', 'failed', 'cancelled'].map(
    (state) => `count(*) FILTER (WHERE state = '${state}')::integer AS ${state}`,
  )
  return tx.query(
    `SELECT batch, count(*)::integer AS files, ${states.join(', ')}, sum(articles)::integer AS articles,
       coalesce(sum(doubts) FILTER (WHERE confirmed_at IS NULL), 0)::integer AS doubts
     FROM past_issues WHERE batch = ANY($1::uuid[]) GROUP BY batch`,
    [rows.map((one) => one.id)],
  )
}
