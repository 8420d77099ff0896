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
      mixin: () => ({ ...currentContext() }),
    },
    to,
  )
}
