/** What kind of no this is; the HTTP edge turns it into 404, 403, 409 or 422. */
export type RefusalKind = 'missing' | 'forbidden' | 'conflict' | 'invalid'

export type RefusalParams = Readonly<Record<string, string | number>>

/** The rules say no and the person can act on it. Never retried, never logged as a fault. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    /** `room/what-happened`; stable for ever. */
    readonly code: string,
    readonly params: RefusalParams = {},
  ) {
    super(code)
    this.name = 'Refusal'
  }
}

/** Whether something thrown is a refusal, also where another copy of this room threw it (the press is a bundle of its own). */
export const isRefusal = (error: unknown): error is Refusal => error instanceof Error && error.name === 'Refusal'

export const missing = (code: string, params?: RefusalParams): Refusal => new Refusal('missing', code, params)
export const forbidden = (code: string, params?: RefusalParams): Refusal => new Refusal('forbidden', code, params)
export const conflict = (code: string, params?: RefusalParams): Refusal => new Refusal('conflict', code, params)
export const invalid = (code: string, params?: RefusalParams): Refusal => new Refusal('invalid', code, params)
