import { resolve } from 'node:path'
import { features } from '../features.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { backUp } from '../platform/backup/back-up.js'
import type { BackupManifest } from '../platform/backup/backup-manifest.js'
import { type Command, flag, textOption } from '../platform/command/command.js'
import { withRuntime } from '../platform/command/with-runtime.js'
import { readConfig } from '../platform/config/read-config.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { exitCode } from '../platform/program/exit-code.js'
import type { Runtime } from '../platform/runtime.js'

/** Who is signed in, and who tried to be, means nothing on another day. */
export const passing = { leaveOut: ['sessions', 'sign_in_tries', 'sign_in_errands'] } as const

export const backup: Command = {
  usage: 'backup FILE [--data DIR] [--json]',
  summary: { zh: '把全部数据和文件备份到一个文件，运行中也可', en: 'Write all data and files into one file, also while running' },
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
  words: [1, 1],
  async run(args, io) {
    const config = readConfig(io.env, { data: textOption(args, 'data') })
    const path = resolve(args.positionals[0] ?? '')
    const manifest = await withRuntime(config, features.entities, (runtime) => keep(runtime, path))
    if (flag(args, 'json')) io.out(`${JSON.stringify(manifest)}\n`)
    else io.out(`${told(path, manifest)}\n`)
    return manifest.damaged.length > 0 ? exitCode.found : exitCode.done
  },
}

async function keep({ databaseUrl, dataSource, files }: Runtime, path: string): Promise<BackupManifest> {
  const manifest = await backUp(databaseUrl, files, path, passing)
  const detail = { files: manifest.files.count, auditHead: manifest.audit.head, damaged: manifest.damaged.length }
  await inTransaction(dataSource, (tx) =>
    new AuditLog(dataSource).record(tx, { person: null, act: 'back up', object: 'house', objectId: 'house', detail }),
  )
  return manifest
}

const told = (path: string, { tables, files, damaged }: BackupManifest): string =>
  [
    `${damaged.length > 0 ? '✗' : '✓'} ${path}`,
    `rows=${tables.reduce((sum, table) => sum + table.rows, 0)}  files=${files.count}  bytes=${files.bytes}  damaged=${damaged.length}`,
    ...damaged.map((sha256) => `✗ ${sha256}`),
  ].join('\n')
