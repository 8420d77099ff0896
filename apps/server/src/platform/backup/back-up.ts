import { Client } from 'pg'
import { now } from '../clock.js'
import { failpoint } from '../failpoint.js'
import { type FileStore, IntegrityFault } from '../files/file-store.js'
import { houseVersion } from '../project-root.js'
import type { BackupManifest, Passing } from './backup-manifest.js'
import { BackupWriter } from './backup-writer.js'
import { dumpTables } from './dump-tables.js'

/**
 * Writes everything the house keeps into one file: the tables as they stand at one moment, then the stored files, which never change.
 * The house may go on working meanwhile. Stored files found damaged are left out and named; cut off, it leaves the file that was there before.
 */
export async function backUp(databaseUrl: string, files: FileStore, path: string, { leaveOut }: Passing): Promise<BackupManifest> {
  const writer = await BackupWriter.to(path)
  try {
    const dumped = await withClient(databaseUrl, (client) => dumpTables(client, writer, leaveOut))
    await failpoint('backup/tables-written')
    const { count, bytes, damaged } = await addFiles(writer, files)
    const manifest: BackupManifest = {
      format: 1,
      bianyin: houseVersion(),
      madeAt: now().toISOString(),
      steps: [...dumped.steps],
      tables: [...dumped.tables],
      files: { count, bytes },
      audit: dumped.audit,
      damaged,
    }
    await writer.finish(manifest)
    return manifest
  } catch (error) {
    await writer.giveUp()
    throw error
  }
}

export const fileEntry = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`

async function addFiles(writer: BackupWriter, files: FileStore): Promise<{ count: number; bytes: number; damaged: string[] }> {
  const sum = { count: 0, bytes: 0, damaged: [] as string[] }
  for await (const sha256 of files.list()) {
    try {
      const { bytes } = await files.check(sha256)
      await writer.addStream(fileEntry(sha256), bytes, files.open(sha256) as AsyncIterable<Buffer>)
      sum.count += 1
      sum.bytes += bytes
    } catch (error) {
      if (!(error instanceof IntegrityFault)) throw error
      sum.damaged.push(sha256)
    }
  }
  return sum
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: 'bianyin-backup' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
