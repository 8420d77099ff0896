/** One place of a request that does not fit: a JSON pointer and a sentence. */
export interface ProblemPlace {
  readonly pointer: string
  readonly code: string
  readonly detail: string
}

/** A refusal as the server words it, in the language of the desk. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** The sentence for the person. */
    readonly detail: string,
    readonly places: readonly ProblemPlace[] = [],
    /** Everything else the answer carries, such as both versions of a stale write. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail)
    this.name = 'Problem'
  }

  /** The write was based on an older version: someone else saved meanwhile. */
  get stale(): boolean {
    return this.status === 412
  }
}

/** The server could not be reached at all, or answered with something that is not its own. */
export const UNREACHABLE = 'web/unreachable'

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code)

/** Reads a problem from an answer; an answer that is none (a proxy's page) becomes the unreachable one. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  if (!isRecord(body) || typeof body.code !== 'string') return new Problem(response.status, UNREACHABLE, '')
  const places = Array.isArray(body.errors) ? body.errors.flatMap(placeOf) : []
  return new Problem(response.status, body.code, typeof body.detail === 'string' ? body.detail : body.code, places, body)
}

function placeOf(value: unknown): ProblemPlace[] {
  if (!isRecord(value) || typeof value.pointer !== 'string') return []
  return [{ pointer: value.pointer, code: textOr(value.code), detail: textOr(value.detail) }]
}

const textOr = (value: unknown): string => (typeof value === 'string' ? value : '')

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object'
