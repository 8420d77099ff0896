import type { RefusalParams } from '#lib/editorial'

/** One place in a request that does not fit. */
export interface ProblemPlace {
  /** JSON pointer into the body, or the name of the parameter. */
  readonly pointer: string
  readonly code: string
  readonly detail: string
}

export interface EdgeExtras {
  readonly errors?: readonly ProblemPlace[]
  readonly headers?: Readonly<Record<string, string>>
  /** Further members of the answer, such as both versions of a stale write. */
  readonly members?: Readonly<Record<string, unknown>>
}

/** A no of the HTTP edge itself, with a status the rules of the desk do not know (400, 401, 405, 412, 413, 415, 428, 429, 503, 507). */
export class EdgeRefusal extends Error {
  constructor(
    readonly status: number,
    /** `http/what-happened`. */
    readonly code: string,
    readonly params: RefusalParams = {},
    readonly extras: EdgeExtras = {},
  ) {
    super(code)
    this.name = 'EdgeRefusal'
  }
}
