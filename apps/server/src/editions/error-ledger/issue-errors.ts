import type { ErrorRates } from '#lib/editorial'
import { type ConfirmedError, countErrors, type ErrorKind, errorRate, PASSING_RATE, ratesBy } from '#lib/proof'

/** One line of the ledger as the arithmetic needs it. */
export interface LedgerLine {
  readonly kind: ErrorKind
  readonly stage: string
  readonly word: string
  readonly page: number | null
  readonly times: number
}

export interface CountedIssue {
  readonly issue: string
  readonly name: string
  readonly characters: number
}

type IssueRates = ErrorRates['issues'][number]

/** What an issue's errors come to by the official rules: together, by kind, by the stage that found them. */
export function issueErrors({ issue, name, characters }: CountedIssue, lines: readonly LedgerLine[]): IssueRates {
  const errors = lines.flatMap(({ times, ...line }) =>
    Array.from({ length: times }, () => ({ ...line, page: times > 1 ? null : line.page })),
  )
  const count = countErrors(errors)
  const rate = errorRate(count, characters)
  const by = (keyOf: (error: ConfirmedError & { stage: string }) => string) => ratesBy(errors, keyOf, () => characters)
  return {
    issue,
    name,
    characters,
    errors: count,
    perTenThousand: rate,
    passed: rate === null || rate <= PASSING_RATE.periodical,
    kinds: by((error) => error.kind).map((one) => ({ kind: one.key as ErrorKind, errors: one.count, perTenThousand: one.rate })),
    stages: by((error) => error.stage).map((one) => ({ stage: one.key, errors: one.count, perTenThousand: one.rate })),
  }
}
