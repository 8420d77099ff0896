import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { ImportedAnswer } from '#lib/editorial'
import type { BulletinImport } from '#lib/ingest'
import type { StoredFile } from '../../platform/files/file-store.js'

/** Writes what was read from a past bulletin, and what is suspected and was mended in it. */
export async function writeDone(tx: EntityManager, id: string, bulletin: BulletinImport, imported: ImportedAnswer): Promise<void> {
  await tx.query(
    `UPDATE past_issues SET state = 'done', finished_at = now(), imported = $2, snapshot = $3, year = $4, number = $5, articles = $6, doubts = $7, residue = $8, damaged = $9,
       concordance = $10, repaired = $11
     WHERE id = $1`,
    [
      id,
      JSON.stringify(imported),
      imported.snapshot.id,
      imported.facts.year,
      imported.facts.number,
      ...figuresOf(imported),
      JSON.stringify(bulletin.concordance),
      JSON.stringify(bulletin.repaired),
    ],
  )
}

const figuresOf = ({ columns, doubts, lines, damage }: ImportedAnswer): [number, number, number, boolean] => [
  columns.reduce((sum, column) => sum + column.articles.length, 0),
  doubts.length,
  lines.residue.length,
  damage.detected,
]

interface SingleFile {
  readonly by: string | null
  readonly file: StoredFile & { readonly name: string; readonly mediaType: string }
}

/** The row of a bulletin that was brought in by itself: what stood in it counts as printed, and it can be repaired like those of a batch. */
export async function keepPastIssue(
  tx: EntityManager,
  bulletin: BulletinImport,
  imported: ImportedAnswer,
  { by, file }: SingleFile,
): Promise<ImportedAnswer> {
  const id = randomUUID()
  const { publication, name } = imported.snapshot
  await tx.query(
    `INSERT INTO past_issues (id, publication, file, sha256, bytes, media_type, state, requested_by) VALUES ($1, $2, $3, $4, $5, $6, 'running', $7)`,
    [id, publication, name, file.sha256, file.bytes, file.mediaType, by],
  )
  const whole = { ...imported, pastIssue: id }
  await writeDone(tx, id, bulletin, whole)
  return whole
}
