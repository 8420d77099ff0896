import type { Client } from 'pg'
import { conflict } from '#lib/editorial'
import { migrateUp } from '../database/migrate.js'
import { readMigrations } from '../database/migration-files.js'
import { failpoint } from '../failpoint.js'
import type { FileStore } from '../files/file-store.js'
import { withClient } from './back-up.js'
import type { BackupManifest } from './backup-manifest.js'
import type { BackupReader } from './backup-reader.js'
import { loadTables } from './load-tables.js'

/** Puts a backup into an empty house: the files first, then every row in one transaction, so that one cut off can simply be done again. Older backups are brought up to date. */
export async function restore(databaseUrl: string, files: FileStore, reader: BackupReader): Promise<BackupManifest> {
  const steps = await readMigrations()
  const taken = new Set(reader.manifest.steps)
  const unknown = reader.manifest.steps.find((number) => !steps.some((step) => step.number === number))
  if (unknown !== undefined) throw conflict('database/newer-schema', { number: unknown })
  await withClient(databaseUrl, refuseFull)
  await putFiles(files, reader)
  await failpoint('restore/files-put')
  await migrateUp(
    databaseUrl,
    steps.filter((step) => taken.has(step.number)),
  )
  await withClient(databaseUrl, (client) => loadTables(client, reader))
  await migrateUp(databaseUrl)
  return reader.manifest
}

/** Whatever was ever done in a house stands in its audit. */
async function refuseFull(client: Client): Promise<void> {
  const known = await client.query<{ there: boolean }>(`SELECT to_regclass('public.audit_entries') IS NOT NULL AS there`)
  if (known.rows[0]?.there !== true) return
  const { rows } = await client.query<{ full: boolean }>('SELECT EXISTS (SELECT FROM audit_entries) AS full')
  if (rows[0]?.full === true) throw conflict('backup/not-empty')
}

/** One after the other: none is larger than an upload or an issue's pages. */
async function putFiles(files: FileStore, reader: BackupReader): Promise<void> {
  for (const entry of reader.entries.filter((one) => one.name.startsWith('files/'))) {
    const chunks: Buffer[] = []
    for await (const chunk of reader.read(entry)) chunks.push(chunk)
    const { sha256 } = await files.put(Buffer.concat(chunks))
    if (!entry.name.endsWith(sha256)) throw new Error(`${entry.name} is not what its name says`)
  }
}
