import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Request } from 'express'
import type { EntityManager } from 'typeorm'
import { canonicalJson, invalid, sha256Hex } from '#lib/editorial'
import { EdgeRefusal } from '../platform/errors/edge-refusal.js'
import { visitorOf } from '../platform/guard/policy.js'

/** A request its sender may send again: who sent it, under which key, and what it asked for. */
export interface Once {
  readonly person: string
  readonly key: string
  readonly requestHash: string
}

const keyForm = /^[\x21-\x7e]{1,200}$/

/** The Idempotency-Key of a request with all it asked for; undefined without the header. */
export const OnceKey = createParamDecorator((_: unknown, context: ExecutionContext): Once | undefined =>
  onceOf(context.switchToHttp().getRequest<Request>()),
)

function onceOf(request: Request): Once | undefined {
  const key = request.headers['idempotency-key']
  const visitor = visitorOf(request)
  if (key === undefined || visitor === undefined) return undefined
  if (typeof key !== 'string' || !keyForm.test(key)) throw new EdgeRefusal(400, 'http/invalid-parameter')
  const file = (request as { file?: { buffer?: Uint8Array } }).file?.buffer
  const asked = [request.method, request.path, (request.body as unknown) ?? null, file === undefined ? null : sha256Hex(file)]
  return { person: visitor.actor.id, key, requestHash: sha256Hex(canonicalJson(asked)) }
}

/**
 * Does the work once for one key and answers every repetition alike, in the transaction of the work itself: nothing can come between doing and remembering.
 * A second request with the key waits for the first. Refuses: the key on another request (422).
 */
export async function actOnce<Answer>(tx: EntityManager, once: Once | undefined, work: () => Promise<Answer>): Promise<Answer> {
  if (once === undefined) return work()
  const named = [once.person, once.key]
  await tx.query(`DELETE FROM answered_requests WHERE person = $1 AND at < now() - interval '2 days'`, [once.person])
  const fresh = (await tx.query(
    `INSERT INTO answered_requests (person, key, request_hash, answer) VALUES ($1, $2, $3, 'null') ON CONFLICT DO NOTHING RETURNING 1`,
    [...named, once.requestHash],
  )) as unknown[]
  if (fresh.length === 0) return earlierAnswer<Answer>(tx, once)
  const answer = await work()
  await tx.query('UPDATE answered_requests SET answer = $3 WHERE person = $1 AND key = $2', [...named, JSON.stringify(answer)])
  return answer
}

async function earlierAnswer<Answer>(tx: EntityManager, once: Once): Promise<Answer> {
  const [row] = (await tx.query('SELECT request_hash, answer FROM answered_requests WHERE person = $1 AND key = $2', [
    once.person,
    once.key,
  ])) as {
    request_hash: string
    answer: Answer
  }[]
  if (row === undefined) throw new Error('an answered request vanished')
  if (row.request_hash !== once.requestHash) throw invalid('http/key-reused')
  return row.answer
}
