import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Roster, RosterEntry } from '#lib/editorial'

/** A publication's roster with a mark that changes whenever a line does. */
export interface ShelvedRoster {
  readonly mark: string
  readonly roster: Roster
}

/** House: a desk works on a handful of publications at once. */
const REMEMBERED = 50

/** Hands out rosters for proofreading; one that has not changed is not read again. */
@Injectable()
export class RosterShelf {
  private readonly known = new Map<string, ShelvedRoster>()

  async of(tx: EntityManager, publication: string): Promise<ShelvedRoster> {
    const mark = await markOf(tx, publication)
    const known = this.known.get(publication)
    if (known?.mark === mark) return known
    const rows = (await tx.query('SELECT entry FROM roster_entries WHERE publication = $1 ORDER BY key', [publication])) as {
      entry: RosterEntry
    }[]
    const shelved = { mark, roster: rows.map((row) => row.entry) }
    this.known.delete(publication)
    this.known.set(publication, shelved)
    const oldest = this.known.keys().next().value
    if (this.known.size > REMEMBERED && oldest !== undefined) this.known.delete(oldest)
    return shelved
  }
}

async function markOf(tx: EntityManager, publication: string): Promise<string> {
  const [row] = (await tx.query(
    `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(id::text || ' ' || version::text, 0)), 0) AS mark FROM roster_entries WHERE publication = $1`,
    [publication],
  )) as { mark: string }[]
  return row?.mark ?? ''
}
