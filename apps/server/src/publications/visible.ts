import type { EntityManager } from 'typeorm'
import { type Actor, canSee } from '#lib/editorial'

/** The publications a person may know of. */
export async function visibleTo(tx: EntityManager, actor: Actor): Promise<string[]> {
  const rows = (await tx.query('SELECT id FROM publications ORDER BY id')) as { id: string }[]
  return rows.map((row) => row.id).filter((id) => canSee(actor, id))
}
