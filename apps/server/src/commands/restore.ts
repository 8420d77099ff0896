import { resolve } from 'node:path'
import { features } from '../features.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { BackupReader } from '../platform/backup/backup-reader.js'
import { restore as restoreBackup } from '../platform/backup/restore.js'
import { type Command, flag, textOption } from '../platform/command/command.js'
import { withRuntime } from '../platform/command/with-runtime.js'
import { readConfig } from '../platform/config/read-config.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { exitCode } from '../platform/program/exit-code.js'
import type { Runtime } from '../platform/runtime.js'

export const restore: Command = {
  usage: 'restore FILE [--data DIR] [--json]',
  summary: { zh: '把备份恢复到一个空的数据目录或数据库', en: 'Put a backup into an empty data folder or database' },
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
  words: [1, 1],
  async run(args, io) {
    const config = readConfig(io.env, { data: textOption(args, 'data') })
    const reader = await BackupReader.open(resolve(args.positionals[0] ?? ''))
    try {
      const found = await withRuntime(config, features.entities, (runtime) => put(runtime, reader))
      if (flag(args, 'json')) io.out(`${JSON.stringify({ ...reader.manifest, ...found })}\n`)
      else io.out(`${found.intact ? '✓' : '✗'} ${reader.manifest.madeAt}  files=${reader.manifest.files.count}  audit=${found.entries}\n`)
      return found.intact ? exitCode.done : exitCode.found
    } finally {
      await reader.close()
    }
  },
}

/** The audit must come back whole: to the entry that was its last when the backup was made. */
async function put({ databaseUrl, dataSource, files }: Runtime, reader: BackupReader): Promise<{ intact: boolean; entries: number }> {
  const { audit, madeAt } = await restoreBackup(databaseUrl, files, reader)
  const log = new AuditLog(dataSource)
  const { brokenAt, head, entries } = await log.verify()
  const intact = brokenAt === undefined && (audit.entries === 0 || head === audit.head)
  await inTransaction(dataSource, (tx) =>
    log.record(tx, { person: null, act: 'restore', object: 'house', objectId: 'house', detail: { madeAt, intact } }),
  )
  return { intact, entries }
}
