import type { ParseArgsConfig } from 'node:util'
import type { Language } from '#lib/editorial'

export interface CommandIo {
  /** Results, for other programs. */
  readonly out: (text: string) => void
  /** Messages and progress, for the person. */
  readonly tell: (text: string) => void
  readonly language: Language
  readonly env: NodeJS.ProcessEnv
  /** Whether messages go to a terminal. */
  readonly terminal: boolean
  /** Aborted at SIGTERM and Ctrl-C: end in order, leave nothing half-written. */
  readonly signal: AbortSignal
}

export interface CommandArgs {
  readonly positionals: readonly string[]
  /** Options by name; a flag is true, an absent one undefined. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

export interface Command {
  /** As it is typed after `bianyin`, such as `produce INPUT --out DIR`. */
  readonly usage: string
  readonly summary: { readonly zh: string; readonly en: string }
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** The least and the most words that are not options. */
  readonly words: readonly [least: number, most: number]
  /** Answers the exit code; a Refusal thrown is exit 2, any other error exit 1. */
  run(args: CommandArgs, io: CommandIo): Promise<number>
}

/** Every command by name (`user add` is two words), loaded when called; names beginning with a dot are not listed. */
export type CommandTable = Readonly<Record<string, () => Promise<Command>>>

/** An option's text, or undefined when it was not given. */
export const textOption = (args: CommandArgs, name: string): string | undefined => {
  const value = args.options[name]
  return typeof value === 'string' ? value : undefined
}

export const flag = (args: CommandArgs, name: string): boolean => args.options[name] === true
