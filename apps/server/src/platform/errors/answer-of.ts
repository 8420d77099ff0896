import { HttpException } from '@nestjs/common'
import { type Language, Refusal, type RefusalKind } from '#lib/editorial'
import { EdgeRefusal } from './edge-refusal.js'
import { type FaultKind, faultKind } from './fault-kind.js'
import { placesOf } from './issue-places.js'
import { type Problem, problemOf } from './problem.js'
import { SchemaRefusal } from './schema-refusal.js'

const statusOfKind: Readonly<Record<RefusalKind, number>> = { missing: 404, forbidden: 403, conflict: 409, invalid: 422 }

const codeOfStatus: Readonly<Record<number, string>> = {
  401: 'http/unauthenticated',
  403: 'http/forbidden',
  404: 'http/not-found',
  405: 'http/method-not-allowed',
  413: 'http/payload-too-large',
  415: 'http/unsupported-media-type',
  429: 'http/too-many-requests',
  503: 'http/unavailable',
}

const statusOfFault: Readonly<Record<FaultKind, readonly [number, string]>> = {
  unavailable: [503, 'http/unavailable'],
  'storage-full': [507, 'http/storage-full'],
  integrity: [500, 'http/integrity-error'],
  fault: [500, 'http/fault'],
}

export interface Answer {
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>
  /** Set when this was a fault: the number told to the person, to be found in the log. */
  readonly faultNumber?: string
}

export interface Asked {
  readonly requestId: string
  readonly language: Language
  /** Makes the short number of a fault. */
  readonly number: () => string
}

/** What is told about an error: refusals in full, faults by a number alone. */
export function answerOf(error: unknown, asked: Asked): Answer {
  if (error instanceof Refusal) return plain(statusOfKind[error.kind], error.code, error.params, asked)
  if (error instanceof EdgeRefusal) return ofEdge(error, asked)
  if (error instanceof SchemaRefusal) return ofSchema(error, asked)
  if (error instanceof HttpException && error.getStatus() < 500) return ofNest(error, asked)
  const status = edgeStatus(error)
  return status === undefined ? ofFault(error, asked) : plain(status, codeOfStatus[status] ?? 'http/bad-request', {}, asked)
}

/** The web framework's own small errors say with a status that the request was wrong; an address that cannot be decoded names nothing. */
function edgeStatus(error: unknown): number | undefined {
  if (error instanceof URIError) return 404
  const { status, expose } = (error ?? {}) as { status?: unknown; expose?: unknown }
  return expose === true && typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
}

function plain(status: number, code: string, params: Refusal['params'], asked: Asked): Answer {
  return {
    problem: { ...problemOf({ ...asked, status, code, params }), ...(Object.keys(params).length > 0 ? { params } : {}) },
    headers: {},
  }
}

function ofEdge(error: EdgeRefusal, asked: Asked): Answer {
  const { errors = [], headers = {}, members = {} } = error.extras
  return {
    problem: { ...members, ...problemOf({ ...asked, status: error.status, code: error.code, params: error.params, errors }) },
    headers,
  }
}

/** A path that names nothing possible is a thing not there; a query is a wrong parameter; a body is content that does not fit. */
function ofSchema({ where, issues }: SchemaRefusal, asked: Asked): Answer {
  if (where === 'param') return plain(404, 'http/not-found', {}, asked)
  const errors = placesOf(issues, asked.language)
  if (where === 'query')
    return { problem: problemOf({ ...asked, status: 400, code: 'http/invalid-parameter', params: {}, errors }), headers: {} }
  const code = errors.some((place) => place.code === 'invalid-text') ? 'http/invalid-text' : 'http/validation-failed'
  return { problem: problemOf({ ...asked, status: 422, code, params: {}, errors }), headers: {} }
}

const ofNest = (error: HttpException, asked: Asked): Answer =>
  plain(error.getStatus(), codeOfStatus[error.getStatus()] ?? 'http/bad-request', {}, asked)

function ofFault(error: unknown, asked: Asked): Answer {
  const kind = faultKind(error)
  const [status, code] = statusOfFault[kind]
  const number = asked.number()
  const headers: Record<string, string> = kind === 'unavailable' ? { 'Retry-After': '5' } : {}
  return { ...plain(status, code, status === 500 ? { number } : {}, asked), headers, faultNumber: number }
}
