import { commands } from './commands.js'
import { openBundle } from './platform/program/open-bundle.js'

interface Proofing {
  readonly runCommand: typeof import('./platform/command/run-command.js').runCommand
  readonly proof: typeof import('./commands/proof.js').proof
}

const words = process.argv.slice(2)
process.exitCode = await (words[0] === 'proof' ? proofread() : runOf(import('./platform/command/run-command.js')))

/** An author waits for `proof`: it starts from one file, and what V8 compiled of it serves the next text. */
async function proofread(): Promise<number> {
  const bundle = openBundle<Proofing>('proofing')
  if (bundle === null) return runOf(import('./platform/command/run-command.js'))
  const { runCommand, proof } = bundle.exports
  const code = await runCommand({ ...commands, proof: () => Promise.resolve(proof) }, words)
  bundle.keep()
  return code
}

async function runOf(room: Promise<Pick<Proofing, 'runCommand'>>): Promise<number> {
  const { runCommand } = await room
  return runCommand(commands, words)
}
