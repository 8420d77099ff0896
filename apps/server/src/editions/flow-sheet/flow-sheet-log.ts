import type { EntityManager } from 'typeorm'
import type { LogLine } from '#lib/editorial'
import { personNames } from '../../people/person-names.js'

interface Row {
  readonly sequence: string
  readonly at: Date
  readonly person: string | null
  readonly act: string
  readonly detail: Record<string, unknown>
}

const uuid = /^[0-9a-f-]{36}$/

/** What the audit holds about some things of a publication, in the order it happened. */
export async function logOf(tx: EntityManager, publication: string, objects: readonly string[]): Promise<LogLine[]> {
  const rows = (await tx.query(
    `SELECT sequence, at, person, act, detail FROM audit_entries
     WHERE publication = $1 AND object IN ('issue', 'article') AND object_id = ANY($2::text[]) ORDER BY sequence`,
    [publication, objects],
  )) as Row[]
  const nameOf = await personNames(
    tx,
    rows.map(({ person }) => (person !== null && uuid.test(person) ? person : null)),
  )
  return rows.map(({ sequence, at, person, act, detail }) => ({
    sequence: Number(sequence),
    at: at.toISOString(),
    person: nameOf(person)?.name ?? null,
    act,
    detail,
  }))
}
