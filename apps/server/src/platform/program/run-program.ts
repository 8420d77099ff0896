import 'reflect-metadata'
import { messageText, Refusal } from '#lib/editorial'
import type { Config } from '../config/config.js'
import { terminalLanguage } from '../config/language.js'
import { type ConfigFlags, readConfig } from '../config/read-config.js'
import { createLog, type Log } from '../log/log.js'
import { Endings } from './endings.js'
import { exitCode } from './exit-code.js'
import { stopAsked } from './stop-asked.js'

export interface ProgramParts {
  readonly config: Config
  readonly log: Log
  /** Where everything opened is noted, so that it is closed again, whenever the end comes. */
  readonly endings: Endings
  /** Ends the program for a reason of its own. */
  readonly fail: (reason: unknown) => void
}

/** The supervisor gives ten seconds; what is not in order by then is recovered at the next start. */
const patienceMs = 9300

/**
 * The life of a long-running program: reads the configuration (exit 2 with one sentence when it is wrong), begins, and ends in order at SIGTERM, Ctrl-C, or when its supervisor is gone.
 * A stop that was asked for while the program was still being loaded is handed in as `stopped`.
 * A fault nobody caught ends it at once: a half-dead program is worse than a restarted one.
 */
export async function runProgram(
  name: string,
  begin: (parts: ProgramParts) => Promise<void>,
  flags: ConfigFlags = {},
  stopped?: AbortSignal,
): Promise<never> {
  const endings = new Endings()
  let log: Log | undefined
  let code: number = exitCode.done
  try {
    const config = readConfig(process.env, flags)
    log = createLog(config.logLevel, name)
    endOnFaults(log)
    if (stopped?.aborted !== true) await live(begin, { config, log, endings })
  } catch (error) {
    code = tellEnd(error, log)
  }
  await closeInTime(endings, log)
  process.exit(code)
}

/** Until a stop is asked for, or the program fails. */
async function live(begin: (parts: ProgramParts) => Promise<void>, parts: Omit<ProgramParts, 'fail'>): Promise<void> {
  const stop = stopAsked()
  const failed = new Promise<never>((_, reject) => {
    const begun = begin({ ...parts, fail: reject })
    begun.catch(reject)
    // A start cut short is waited for, so that what it still opens is closed again.
    void parts.endings.add(() => begun.catch(() => {}))
  })
  await Promise.race([stop, failed])
}

/** One sentence for the person at the terminal, everything for the log; answers the exit code. */
export function tellEnd(error: unknown, log: Log | undefined): number {
  if (error instanceof Refusal) {
    process.stderr.write(`${messageText(error.code, error.params, terminalLanguage(process.env))}\n`)
    return exitCode.refused
  }
  if (error instanceof Error && error.name === 'HopelessProgram') return exitCode.refused
  if (log === undefined) process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  else log.fatal({ err: error }, 'the program cannot go on')
  return exitCode.fault
}

async function closeInTime(endings: Endings, log: Log | undefined): Promise<void> {
  const late = setTimeout(() => {
    log?.error('not everything ended in time')
    process.exit(exitCode.fault)
  }, patienceMs)
  for (const failure of await endings.run()) log?.error({ err: failure }, 'something did not end in order')
  clearTimeout(late)
}

function endOnFaults(log: Log): void {
  const fall = (error: unknown): void => {
    log.fatal({ err: error }, 'a fault nobody caught')
    process.exit(exitCode.fault)
  }
  process.on('uncaughtException', fall)
  process.on('unhandledRejection', fall)
}
