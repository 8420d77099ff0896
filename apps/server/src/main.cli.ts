import { commands } from './commands.js'
import { runCommand } from './platform/command/run-command.js'

process.exitCode = await runCommand(commands, process.argv.slice(2))
