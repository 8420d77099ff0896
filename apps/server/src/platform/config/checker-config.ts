/** A checker of texts outside the house, which the administrator named; it may stand in the unit's own network. */
export interface CheckerConfig {
  readonly url: URL
  /** Sent as a bearer token. */
  readonly key: string | null
  /** Given: the checker is asked in the OpenAI-compatible form. */
  readonly model: string | null
}

interface CheckerVariables {
  readonly CHECKER_URL?: string | undefined
  readonly CHECKER_KEY?: string | undefined
  readonly CHECKER_MODEL?: string | undefined
}

/** Without an address nothing is ever sent out. */
export const checkerOf = (env: CheckerVariables): CheckerConfig | null =>
  env.CHECKER_URL === undefined ? null : { url: new URL(env.CHECKER_URL), key: env.CHECKER_KEY ?? null, model: env.CHECKER_MODEL ?? null }
