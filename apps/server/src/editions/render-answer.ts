import type { EntityManager } from 'typeorm'
import { type RenderAnswer } from '#lib/editorial'
import { personNames } from '../people/person-names.js'
import { said } from '../platform/errors/said.js'
import type { Render } from './render.entity.js'

/** Renders as the desk sees them, a failed one with its plain sentence. */
export async function renderAnswers(tx: EntityManager, renders: readonly Render[]): Promise<RenderAnswer[]> {
  const nameOf = await personNames(
    tx,
    renders.map((one) => one.requestedBy),
  )
  return renders.map((one) => ({
    id: one.id,
    publication: one.publication,
    issue: one.issue,
    issueName: one.issueName,
    purpose: one.purpose,
    state: one.state,
    step: one.step,
    pages: one.pages,
    attempt: one.attempt,
    error: one.errorCode === null ? null : { code: one.errorCode, message: said(one.errorCode, one.errorParams) },
    edition: one.edition,
    requestedBy: nameOf(one.requestedBy),
    requestedAt: one.requestedAt.toISOString(),
    finishedAt: one.finishedAt?.toISOString() ?? null,
  }))
}
