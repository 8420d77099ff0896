import type { LoggerService } from '@nestjs/common'
import type { Log } from './log.js'

type Level = 'debug' | 'error' | 'fatal' | 'trace' | 'warn'

/** Nest's own messages as lines of our log; what it tells about routes and modules is debug to us. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest)
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest)
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest)
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest)
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest)
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest)
  }

  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1)
    const fields = rest.length > 0 ? { context, more: rest.slice(0, -1) } : {}
    if (message instanceof Error) this.lines[level]({ ...fields, err: message }, message.message)
    else this.lines[level](fields, typeof message === 'string' ? message : JSON.stringify(message))
  }
}
