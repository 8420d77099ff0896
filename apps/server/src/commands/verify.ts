import { resolve } from 'node:path'
import type { DataSource } from 'typeorm'
import { KeptFiles } from '../editions/kept-files.js'
import { features } from '../features.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { BackupReader } from '../platform/backup/backup-reader.js'
import { type Command, type CommandArgs, type CommandIo, flag, textOption } from '../platform/command/command.js'
import { type OpenHouse, withHouse } from '../platform/command/with-house.js'
import { readConfig } from '../platform/config/read-config.js'
import { IntegrityFault } from '../platform/files/file-store.js'
import { exitCode } from '../platform/program/exit-code.js'
import { WorkerModule } from '../worker.module.js'

export interface Verified {
  readonly files: number
  /** Stored, and not what the name says. */
  readonly damaged: readonly string[]
  /** Needed, and not there. */
  readonly absent: readonly string[]
  /** Editions whose files are not those of their manifest. */
  readonly editions: readonly string[]
  readonly audit: { readonly entries: number; readonly head: string; readonly brokenAt?: number | undefined }
}

export const verify: Command = {
  usage: 'verify [FILE] [--data DIR] [--json]',
  summary: {
    zh: '核对全部文件、审计链和成品清单；给出备份文件则核对备份',
    en: 'Check all files, the audit and the manifests; or one backup',
  },
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
  words: [0, 1],
  async run(args, io) {
    const [path] = args.positionals
    return path === undefined ? verifyHouse(args, io) : verifyBackup(resolve(path), args, io)
  },
}

/** Refuses (exit 2) a file that is no whole backup. */
async function verifyBackup(path: string, args: CommandArgs, io: CommandIo): Promise<number> {
  const reader = await BackupReader.open(path)
  await reader.close()
  const { madeAt, files, damaged } = reader.manifest
  if (flag(args, 'json')) io.out(`${JSON.stringify(reader.manifest)}\n`)
  else io.out(`${damaged.length > 0 ? '✗' : '✓'} ${madeAt}  files=${files.count}  damaged=${damaged.length}\n`)
  return damaged.length > 0 ? exitCode.found : exitCode.done
}

async function verifyHouse(args: CommandArgs, io: CommandIo): Promise<number> {
  const config = readConfig(io.env, { data: textOption(args, 'data') })
  const found = await withHouse({ config, features, module: WorkerModule.forRoot, jobs: false }, look)
  const wrong = found.damaged.length + found.absent.length + found.editions.length + (found.audit.brokenAt === undefined ? 0 : 1)
  if (flag(args, 'json')) io.out(`${JSON.stringify(found)}\n`)
  else io.out(spell(found, wrong))
  return wrong > 0 ? exitCode.found : exitCode.done
}

async function look({ app, runtime }: OpenHouse): Promise<Verified> {
  const { files, dataSource } = runtime
  const damaged: string[] = []
  const there = new Set<string>()
  for await (const sha256 of files.list()) {
    there.add(sha256)
    await files.check(sha256).catch((error: unknown) => {
      if (!(error instanceof IntegrityFault)) throw error
      damaged.push(sha256)
    })
  }
  const absent = new Set<string>()
  for await (const sha256 of app.get(KeptFiles, { strict: false }).list()) if (!there.has(sha256)) absent.add(sha256)
  return {
    files: there.size,
    damaged,
    absent: [...absent],
    editions: await strangeEditions(dataSource),
    audit: await new AuditLog(dataSource).verify(),
  }
}

/** Every file of an edition must stand in its manifest with the same hash and size, and every file of the manifest must be there. */
async function strangeEditions(dataSource: DataSource): Promise<string[]> {
  const rows = (await dataSource.query(
    `SELECT e.id FROM editions e WHERE
       (SELECT coalesce(jsonb_agg(jsonb_build_array(f->>'format', f->>'sha256', (f->>'bytes')::bigint) ORDER BY f->>'format'), '[]')
        FROM jsonb_array_elements(e.manifest::jsonb->'files') f)
       IS DISTINCT FROM
       (SELECT coalesce(jsonb_agg(jsonb_build_array(x.format, x.sha256, x.bytes) ORDER BY x.format), '[]') FROM edition_files x WHERE x.edition = e.id)
     ORDER BY e.id`,
  )) as { id: string }[]
  return rows.map((row) => row.id)
}

const spell = ({ files, damaged, absent, editions, audit }: Verified, wrong: number): string =>
  [
    ...damaged.map((sha256) => `✗ damaged ${sha256}`),
    ...absent.map((sha256) => `✗ absent ${sha256}`),
    ...editions.map((id) => `✗ edition ${id}`),
    ...(audit.brokenAt === undefined ? [] : [`✗ audit ${audit.brokenAt}`]),
    `${wrong > 0 ? '✗' : '✓'} files=${files}  wrong=${wrong}  audit=${audit.entries} ${audit.head}`,
  ]
    .map((line) => `${line}\n`)
    .join('')
