import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { invalid, isRefusal, messageText } from '#lib/editorial'
import { terminalLanguage } from '../config/language.js'
import { exitCode } from '../program/exit-code.js'
import { houseVersion } from '../project-root.js'
import type { Command, CommandArgs, CommandIo, CommandTable } from './command.js'
import { helpText, usageOf } from './help-text.js'

/** Finds the command of a line, checks its words, runs it, and answers the exit code. */
export async function runCommand(table: CommandTable, argv: readonly string[], io: CommandIo = terminal()): Promise<number> {
  try {
    const first = argv[0]
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') return await help(table, argv.slice(1), io)
    if (first === '--version' || first === '-v') return say(io, `${houseVersion()}\n`)
    const { name, rest } = find(table, argv)
    const command = await (table[name] as () => Promise<Command>)()
    if (rest.includes('--help') || rest.includes('-h')) return say(io, `${usageOf(command, io.language)}\n`)
    return await command.run(parse(command, rest), io)
  } catch (error) {
    return tell(error, io)
  }
}

const say = (io: CommandIo, text: string): number => {
  io.out(text)
  return exitCode.done
}

/** The longest name that fits the first words. */
function find(table: CommandTable, argv: readonly string[]): { name: string; rest: readonly string[] } {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(' ')
    if (argv.length >= words && Object.hasOwn(table, name)) return { name, rest: argv.slice(words) }
  }
  throw invalid('command/unknown', { name: argv[0] ?? '' })
}

async function help(table: CommandTable, words: readonly string[], io: CommandIo): Promise<number> {
  if (words.length > 0) {
    const command = await (table[find(table, words).name] as () => Promise<Command>)()
    return say(io, `${usageOf(command, io.language)}\n`)
  }
  return say(io, await helpText(table, io.language))
}

function parse(command: Command, rest: readonly string[]): CommandArgs {
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options: command.options, allowPositionals: true, strict: true })
    const [least, most] = command.words
    if (positionals.length < least || positionals.length > most) throw new Error(`${positionals.length}/${least}`)
    return { positionals, options: values as CommandArgs['options'] }
  } catch (error) {
    throw invalid('command/bad-usage', { reason: (error as Error).message.split('. ')[0] as string, usage: `bianyin ${command.usage}` })
  }
}

function tell(error: unknown, io: CommandIo): number {
  if (isRefusal(error)) {
    io.tell(`${messageText(error.code, error.params, io.language)}\n`)
    return exitCode.refused
  }
  if (io.signal.aborted) return exitCode.fault
  io.tell(`${error instanceof Error ? (io.env.LOG_LEVEL === 'debug' ? error.stack : error.message) : String(error)}\n`)
  return exitCode.fault
}

function terminal(): CommandIo {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(exitCode.fault)
      stop.abort(new Error('stopped'))
    })
  }
  return {
    out: (text) => void process.stdout.write(text),
    tell: (text) => void process.stderr.write(text),
    language: terminalLanguage(process.env),
    env: process.env,
    terminal: process.stderr.isTTY === true,
    signal: stop.signal,
  }
}
