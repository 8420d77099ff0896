import { type DestinationStream, destination, type Logger, pino } from 'pino'
import type { LogLevel } from '../config/config.js'
import { currentContext } from './request-context.js'

export type Log = Logger

/** Injection token of the Log. */
export const LOG = Symbol('log')

const secrets = ['cookie', 'authorization', 'password', 'newPassword', 'token', 'secret', 'set-cookie', 'x-csrf-token', 'csrfToken']
const redacted = secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`])

/** One JSON line an event, to the error stream (results of commands go to the other one), times in UTC, secrets blotted out. */
export function createLog(level: LogLevel, program: string, to: DestinationStream = destination({ fd: 2, sync: true })): Log {
  return pino(
    {
      level,
      base: { program, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redacted, censor: '[removed]' },
      serializers: { err: toldError, error: toldError },
      mixin: () => ({ ...currentContext() }),
    },
    to,
  )
}

/** Of an error its kind, words, code and place alone: what libraries hang on it besides (a statement with its values, a request with its headers) stays out of the log. */
function toldError(error: unknown): object | string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : `not an error: ${typeof error}`
  const { code } = error as { code?: unknown }
  return {
    type: error.constructor.name,
    message: error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: error.stack,
  }
}
