import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commands } from '../../../apps/server/src/commands.js'
import { runCommand } from '../../../apps/server/src/platform/command/run-command.js'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly told: string
}

/** Runs a command as the terminal would, and catches what it says. */
export const bianyin = (...argv: string[]): Promise<Ran> => bianyinIn({}, ...argv)

/** The same with more in its environment. */
export async function bianyinIn(env: NodeJS.ProcessEnv, ...argv: string[]): Promise<Ran> {
  const [out, told]: [string[], string[]] = [[], []]
  const code = await runCommand(commands, argv, {
    out: (text) => void out.push(text),
    tell: (text) => void told.push(text),
    language: 'zh',
    env: { PATH: process.env.PATH, NODE_ENV: 'test', LOG_LEVEL: 'silent', ...env },
    terminal: false,
    signal: new AbortController().signal,
  })
  return { code, out: out.join(''), told: told.join('') }
}

/** A folder for one test, gone afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bianyin-test-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
