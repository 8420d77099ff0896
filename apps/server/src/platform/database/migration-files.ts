import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../project-root.js'

/** One step of the database's shape: plain SQL forwards and back. */
export interface MigrationFile {
  readonly number: number
  readonly name: string
  readonly up: string
  readonly down: string
  readonly checksum: string
}

export const migrationsFolder = (): string => join(projectRoot(), 'migrations')

/** Reads `NNNN-name.sql` in number order; a gap in form, a double number or a missing part is a fault of ours. */
export async function readMigrations(folder: string = migrationsFolder()): Promise<readonly MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const files = await Promise.all(names.map(async (name) => parseMigration(name, await readFile(join(folder, name), 'utf8'))))
  const doubled = files.find((file, at) => files[at + 1]?.number === file.number)
  if (doubled !== undefined) throw new Error(`two migrations have the number ${doubled.number}`)
  return files
}

export function parseMigration(fileName: string, text: string): MigrationFile {
  const named = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(fileName)
  const parts = /^-- up\s*$([\s\S]*)^-- down\s*$([\s\S]*)/m.exec(text)
  if (named === null) throw new Error(`migrations are called NNNN-name.sql, not ${fileName}`)
  if (parts === null) throw new Error(`${fileName} needs the lines “-- up” and “-- down”`)
  const checksum = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
  return {
    number: Number(named[1]),
    name: named[2] as string,
    up: (parts[1] as string).trim(),
    down: (parts[2] as string).trim(),
    checksum,
  }
}
