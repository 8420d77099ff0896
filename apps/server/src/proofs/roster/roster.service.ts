import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import {
  canonicalJson,
  conflict,
  invalid,
  missing,
  pageLimit,
  type Roster,
  type RosterEntry,
  type RosterImported,
  type RosterLine,
  type RosterQuery,
  type RosterTableFormat,
} from '#lib/editorial'
import type { RosterFlaw } from '#lib/ingest'
import { personNames } from '../../people/person-names.js'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { uuidIfAny } from '../../platform/database/uuid-if-any.js'
import { violated } from '../../platform/database/violated.js'
import { said } from '../../platform/errors/said.js'
import { staleVersion } from '../../platform/http/etag.js'
import { RosterRow } from './roster-entry.entity.js'
import { rosterKey } from './roster-key.js'
import { RosterTables } from './roster-tables.js'

/** The lists a unit keeps: written line by line, or brought in and taken out as a table. */
@Injectable()
export class RosterService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditLog,
    private readonly tables: RosterTables,
  ) {}

  async list(publication: string, query: RosterQuery): Promise<{ items: RosterLine[]; next: string | null }> {
    const limit = pageLimit(query)
    const rows = await this.dataSource.manager
      .createQueryBuilder(RosterRow, 'line')
      .where('line.publication = :publication', { publication })
      .andWhere(query.kind === undefined ? 'true' : `line.entry->>'kind' = :kind`, { kind: query.kind })
      .andWhere(query.words === undefined ? 'true' : 'position(lower(:words) in lower(line.entry::text)) > 0', { words: query.words })
      .andWhere(query.after === undefined ? 'true' : `line.key > (SELECT key FROM roster_entries WHERE id = ${uuidIfAny(':after')})`, {
        after: query.after,
      })
      .orderBy('line.key')
      .limit(limit + 1)
      .getMany()
    const page = rows.slice(0, limit)
    return { items: await rosterLines(this.dataSource.manager, page), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  }

  /** Refuses: a line about the same thing. */
  async add(publication: string, entry: RosterEntry, by: string): Promise<RosterLine> {
    return inTransaction(this.dataSource, async (tx) => {
      const id = randomUUID()
      await tx.insert(RosterRow, { id, publication, key: rosterKey(entry), entry, version: 1, changedBy: by }).catch(doubled(entry))
      await this.note(tx, publication, by, 'add roster line', { entry })
      return one(tx, id)
    })
  }

  async change(id: string, version: number, entry: RosterEntry, by: string): Promise<RosterLine> {
    return inTransaction(this.dataSource, async (tx) => {
      const before = await rowOf(tx, id)
      const now = { key: rosterKey(entry), entry, version: version + 1, changedBy: by, changedAt: () => 'now()' }
      const { affected } = await tx.update(RosterRow, { id, version }, now).catch(doubled(entry))
      if (affected !== 1) throw staleVersion(before.version, { current: await one(tx, id) })
      await this.note(tx, before.publication, by, 'change roster line', { before: before.entry, entry })
      return one(tx, id)
    })
  }

  async remove(id: string, version: number, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const before = await rowOf(tx, id)
      const { affected } = await tx.delete(RosterRow, { id, version })
      if (affected !== 1) throw staleVersion(before.version, { current: await one(tx, id) })
      await this.note(tx, before.publication, by, 'remove roster line', { entry: before.entry })
    })
  }

  async table(publication: string, format: RosterTableFormat): Promise<Buffer> {
    const rows = await this.dataSource.manager.find(RosterRow, { where: { publication }, order: { key: 'ASC' } })
    return this.tables.write(
      rows.map((row) => row.entry),
      format,
    )
  }

  /** Lines that say no entry are told and left out; with none that says one, nothing is done. */
  async import(publication: string, bytes: Uint8Array, name: string, by: string): Promise<RosterImported> {
    const { entries, flaws } = await this.tables.read(bytes, name)
    if (entries.length === 0 && flaws.length > 0) throw invalid('proof/roster-no-line', { row: flaws[0]?.row ?? 0 })
    return { ...(await this.merge(publication, entries, by)), flaws: flaws.map(spoken) }
  }

  private async merge(publication: string, entries: Roster, by: string): Promise<Omit<RosterImported, 'flaws'>> {
    return inTransaction(this.dataSource, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`roster ${publication}`])
      const known = new Map((await tx.findBy(RosterRow, { publication })).map((row) => [row.key, row]))
      const wanted = new Map(entries.map((entry) => [rosterKey(entry), entry]))
      const count = { added: 0, changed: 0, same: entries.length - wanted.size }
      for (const [key, entry] of wanted) count[await put(tx, { publication, key, entry, by }, known.get(key))] += 1
      await this.note(tx, publication, by, 'import roster', count)
      return count
    })
  }

  private async note(tx: EntityManager, publication: string, person: string, act: string, detail: Record<string, unknown>): Promise<void> {
    await this.audit.record(tx, { person, act, object: 'publication', objectId: publication, publication, detail })
  }
}

interface Line {
  readonly publication: string
  readonly key: string
  readonly entry: RosterEntry
  readonly by: string
}

async function put(
  tx: EntityManager,
  { publication, key, entry, by }: Line,
  known: RosterRow | undefined,
): Promise<'added' | 'changed' | 'same'> {
  if (known === undefined) {
    await tx.insert(RosterRow, { id: randomUUID(), publication, key, entry, version: 1, changedBy: by })
    return 'added'
  }
  if (canonicalJson(known.entry) === canonicalJson(entry)) return 'same'
  await tx.update(RosterRow, { id: known.id }, { entry, version: known.version + 1, changedBy: by, changedAt: () => 'now()' })
  return 'changed'
}

const spoken = ({ row, column, reason }: RosterFlaw): RosterImported['flaws'][number] => ({
  row,
  column,
  message: said('proof/roster-flaw', { row, reason }),
})

const doubled =
  ({ name }: RosterEntry) =>
  (error: unknown): never => {
    throw violated(error, 'roster_entries_once') ? conflict('proof/roster-doubled', { name }) : error
  }

async function rowOf(tx: EntityManager, id: string): Promise<RosterRow> {
  const row = await tx.findOneBy(RosterRow, { id })
  if (row === null) throw missing('proof/roster-missing')
  return row
}

async function one(tx: EntityManager, id: string): Promise<RosterLine> {
  const [line] = await rosterLines(tx, [await rowOf(tx, id)])
  if (line === undefined) throw new Error('a line of the roster has no answer')
  return line
}

async function rosterLines(tx: EntityManager, rows: readonly RosterRow[]): Promise<RosterLine[]> {
  const nameOf = await personNames(
    tx,
    rows.map((row) => row.changedBy),
  )
  return rows.map(({ id, publication, entry, version, changedBy, changedAt }) => ({
    id,
    publication,
    entry,
    version,
    changedBy: nameOf(changedBy),
    changedAt: changedAt.toISOString(),
  }))
}
