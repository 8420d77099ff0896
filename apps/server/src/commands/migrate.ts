import { invalid } from '#lib/editorial'
import { type Command, type CommandArgs, type CommandIo, textOption } from '../platform/command/command.js'
import { withDatabase } from '../platform/command/with-database.js'
import { readConfig } from '../platform/config/read-config.js'
import { migrateDown, migrateUp, migrationStatus } from '../platform/database/migrate.js'
import { exitCode } from '../platform/program/exit-code.js'

export const migrate: Command = {
  usage: 'migrate [up | down --to N | status] [--data DIR] [--json]',
  summary: { zh: '升级、回退数据库结构，或查看各步', en: 'Bring the database up or down, or show its steps' },
  options: { to: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } },
  words: [0, 1],
  async run(args, io) {
    const config = readConfig(io.env, { data: textOption(args, 'data') })
    await withDatabase(config, (url) => act(url, args, io))
    return exitCode.done
  },
}

async function act(url: string, args: CommandArgs, io: CommandIo): Promise<void> {
  const direction = args.positionals[0] ?? 'up'
  if (direction === 'up') return tell(io, args, await migrateUp(url))
  if (direction === 'down') return tell(io, args, await migrateDown(url, target(args)))
  if (direction !== 'status') throw invalid('command/bad-usage', { reason: direction, usage: `bianyin ${migrate.usage}` })
  const steps = await migrationStatus(url)
  if (args.options.json === true) io.out(`${JSON.stringify(steps)}\n`)
  else for (const { number, name, applied } of steps) io.out(`${applied ? '✓' : ' '} ${String(number).padStart(4, '0')}-${name}\n`)
}

function tell(io: CommandIo, args: CommandArgs, steps: readonly string[]): void {
  io.out(args.options.json === true ? `${JSON.stringify(steps)}\n` : steps.map((step) => `${step}\n`).join(''))
}

/** Going down loses what the steps held, so the goal must be named. */
function target(args: CommandArgs): number {
  const to = textOption(args, 'to')
  if (to === undefined || !/^\d{1,4}$/.test(to)) throw invalid('command/bad-usage', { reason: '--to', usage: `bianyin ${migrate.usage}` })
  return Number(to)
}
