import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tables } from './tables.js'

/** What a crash run left behind; all but the first must be nothing. */
export interface Verdict {
  readonly renders: number
  /** Wishes without an end. */
  readonly stuck: number
  /** Editions without all their files. */
  readonly incomplete: number
  /** More than one edition for one wish, or a wish shown done without one. */
  readonly duplicates: number
  /** Files that are not what their row says. */
  readonly mismatched: number
  /** Files nobody knows. */
  readonly orphans: number
  /** Shown as failed although nothing was wrong with them. */
  readonly wronglyFailed: number
  /** Audit entries for made editions, more or fewer than editions; −1 when the chain is broken. */
  readonly auditGap: number
}

export const clean: Omit<Verdict, 'renders'> = {
  stuck: 0,
  incomplete: 0,
  duplicates: 0,
  mismatched: 0,
  orphans: 0,
  wronglyFailed: 0,
  auditGap: 0,
}

const figure = async (tables: Tables, sql: string): Promise<number> =>
  Number((await tables.query<{ n: number }>(`SELECT (${sql}) AS n`))[0]?.n)

/** Reads the tables and the disk, and compares. `known` are the files that were there before the renders began. */
export async function judge(tables: Tables, filesDir: string, known: ReadonlySet<string>): Promise<Verdict> {
  const rows = await tables.query<{ sha256: string }>('SELECT sha256 FROM edition_files UNION SELECT content_hash FROM renders')
  const wanted = new Set([...known, ...rows.map((row) => row.sha256)])
  const found = await hashesOnDisk(filesDir)
  const editions = await figure(tables, 'SELECT count(*) FROM editions')
  const audited = await figure(tables, `SELECT count(*) FROM audit_entries WHERE act = 'make edition'`)
  return {
    renders: await figure(tables, 'SELECT count(*) FROM renders'),
    stuck: await figure(tables, `SELECT count(*) FROM renders WHERE state IN ('queued', 'running')`),
    wronglyFailed: await figure(tables, `SELECT count(*) FROM renders WHERE state IN ('failed', 'cancelled')`),
    incomplete:
      (await figure(tables, 'SELECT count(*) FROM editions e WHERE (SELECT count(*) FROM edition_files f WHERE f.edition = e.id) <> 2')) +
      [...wanted].filter((sha256) => !found.has(sha256)).length,
    duplicates: Math.abs(editions - (await figure(tables, `SELECT count(*) FROM renders WHERE state = 'done'`))),
    mismatched: [...found].filter(([name, hash]) => name !== hash).length,
    orphans: [...found.keys()].filter((name) => !wanted.has(name)).length,
    auditGap: Math.abs(editions - audited),
  }
}

/** Every stored file by its name, with the hash of what it really holds. */
async function hashesOnDisk(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const shelf of await readdir(folder)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue
    for (const name of await readdir(join(folder, shelf)))
      found.set(
        name,
        createHash('sha256')
          .update(await readFile(join(folder, shelf, name)))
          .digest('hex'),
      )
  }
  return found
}
