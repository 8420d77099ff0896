import { type Command, type CommandIo, flag, textOption } from '../platform/command/command.js'
import { readConfig } from '../platform/config/read-config.js'
import type { Found } from '../platform/doctor/finding.js'
import { lookDatabase } from '../platform/doctor/look-database.js'
import { lookBackups, lookBucket, lookDisk, lookFonts, lookLibreOffice, lookNode, lookRedis } from '../platform/doctor/look-machine.js'
import { exitCode } from '../platform/program/exit-code.js'

const marks = { ok: '✓', absent: '–', wrong: '✗' }

export const doctor: Command = {
  usage: 'doctor [--data DIR] [--json]',
  summary: {
    zh: '检查数据库、队列、文件、备份、字体、LibreOffice、磁盘',
    en: 'Look at database, queue, files, backups, fonts, LibreOffice, disk',
  },
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
  words: [0, 0],
  async run(args, io) {
    const config = readConfig(io.env, { data: textOption(args, 'data') })
    const found = [
      lookNode(),
      ...(await lookDatabase(config)),
      ...(await lookRedis(config)),
      ...(await lookBucket(config)),
      ...(await lookBackups(config)),
      ...(await Promise.all([lookFonts(config), lookLibreOffice(), lookDisk(config)])),
    ]
    print(found, flag(args, 'json'), io)
    return found.some((one) => one.state === 'wrong') ? exitCode.found : exitCode.done
  },
}

function print(found: readonly Found[], json: boolean, io: CommandIo): void {
  if (json) io.out(`${JSON.stringify(found)}\n`)
  else for (const { name, state, facts } of found) io.out(`${marks[state]} ${name.padEnd(12)} ${spell(facts)}\n`)
}

const spell = (facts: Found['facts']): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}=${value}`)
    .join('  ')
