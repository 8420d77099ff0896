import { invalid, Refusal } from '#lib/editorial'
import { PrivateName } from './checked-lookup.js'
import { refusedAddress } from './target.js'

/** What the network stack says, as what the editor is told. */
const told: readonly (readonly [RegExp, string])[] = [
  [/TIMEOUT|ETIMEDOUT/, 'fetch/timeout'],
  [/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/, 'fetch/tls'],
]

/**
 * The refusal for a fetch that failed. A name that does not exist and one that leads into a private network are told alike.
 * The world outside is never a fault of the house: the person decides whether to try again.
 */
export function fetchFailure(error: unknown, late: boolean): Refusal {
  if (error instanceof Refusal) return error
  if (late) return invalid('fetch/timeout')
  const causes = causesOf(error)
  if (causes.some((one) => one instanceof PrivateName)) return refusedAddress()
  const codes = causes.map(codeOf)
  if (codes.some((code) => code === 'ENOTFOUND' || code === 'EAI_AGAIN')) return refusedAddress()
  const known = told.find(([form]) => codes.some((code) => form.test(code)))
  return invalid(known?.[1] ?? 'fetch/unreachable')
}

function causesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error]
  const several = error instanceof AggregateError ? (error.errors as unknown[]) : []
  return [error, ...several.flatMap(causesOf), ...(error.cause === undefined ? [] : causesOf(error.cause))]
}

const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : ''
}
