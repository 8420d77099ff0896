import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { currentContext } from '../log/request-context.js'
import { beginning, entryHash, type HashedEntry } from './entry-hash.js'

export interface Act {
  /** Null: the house itself (a job, the command line). */
  readonly person: string | null
  readonly act: string
  readonly object: string
  readonly objectId: string
  readonly publication?: string | undefined
  /** What is worth knowing of it; JSON, no secrets. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined
}

export interface AuditVerdict {
  readonly entries: number
  readonly head: string
  /** The first entry that does not fit, if any. */
  readonly brokenAt: number | undefined
}

interface Row {
  readonly sequence: string
  readonly at: Date
  readonly person: string | null
  readonly act: string
  readonly object: string
  readonly object_id: string
  readonly publication: string | null
  readonly detail: unknown
  readonly request_id: string | null
  readonly previous_hash: string
  readonly hash: string
}

/** One writer at a time holds the end of the chain; the number is ours and means nothing. */
const chainLock = 20_240_918
const batch = 1000

/** Who did what when, append-only, each entry chained to the one before. */
@Injectable()
export class AuditLog {
  constructor(private readonly dataSource: DataSource) {}

  /** Records an act in its own transaction's hands. Call it last: until the commit no other transaction can record. */
  async record(tx: EntityManager, act: Act): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [chainLock])
    const [head] = (await tx.query(
      `SELECT date_trunc('milliseconds', clock_timestamp()) AS at, last.sequence, last.hash FROM (SELECT 1) AS one
       LEFT JOIN LATERAL (SELECT sequence, hash FROM audit_entries ORDER BY sequence DESC LIMIT 1) AS last ON true`,
    )) as { at: Date; sequence: string | null; hash: string | null }[]
    if (head === undefined) throw new Error('the audit has no end to write to')
    await insert(tx, {
      sequence: Number(head.sequence ?? 0) + 1,
      at: head.at.toISOString(),
      person: act.person,
      act: act.act,
      object: act.object,
      objectId: act.objectId,
      publication: act.publication ?? null,
      detail: JSON.parse(JSON.stringify(act.detail ?? {})) as unknown,
      requestId: currentContext()?.requestId ?? null,
      previousHash: head.hash ?? beginning,
    })
  }

  /** Every entry of a span of time, oldest first, with all its hash covers. */
  async *entries({
    from,
    to,
  }: {
    readonly from: string | undefined
    readonly to: string | undefined
  }): AsyncIterable<HashedEntry & { hash: string }> {
    for (let after = 0; ; ) {
      const rows = (await this.dataSource.query(
        `SELECT * FROM audit_entries WHERE sequence > $1 AND ($2::timestamptz IS NULL OR at >= $2) AND ($3::timestamptz IS NULL OR at < $3)
         ORDER BY sequence LIMIT $4`,
        [after, from ?? null, to ?? null, batch],
      )) as Row[]
      for (const row of rows) yield { ...hashed(row), hash: row.hash }
      const last = rows.at(-1)
      if (last === undefined) return
      after = Number(last.sequence)
    }
  }

  /** Whether the chain holds this hash: a head noted on another day that it does not hold was cut off. */
  async holds(head: string): Promise<boolean> {
    return ((await this.dataSource.query('SELECT 1 FROM audit_entries WHERE hash = $1', [head])) as unknown[]).length > 0
  }

  /** Walks the whole chain. A head noted elsewhere shows a tail that was cut off: compare it with the one answered. */
  async verify(): Promise<AuditVerdict> {
    let state: AuditVerdict = { entries: 0, head: beginning, brokenAt: undefined }
    for (;;) {
      const rows = (await this.dataSource.query('SELECT * FROM audit_entries WHERE sequence > $1 ORDER BY sequence LIMIT $2', [
        state.entries,
        batch,
      ])) as Row[]
      for (const row of rows) {
        if (!follows(row, state)) return { ...state, brokenAt: state.entries + 1 }
        state = { entries: state.entries + 1, head: row.hash, brokenAt: undefined }
      }
      if (rows.length < batch) return state
    }
  }
}

const follows = (row: Row, before: AuditVerdict): boolean =>
  Number(row.sequence) === before.entries + 1 && row.previous_hash === before.head && row.hash === entryHash(hashed(row))

const hashed = (row: Row): HashedEntry => ({
  sequence: Number(row.sequence),
  at: row.at.toISOString(),
  person: row.person,
  act: row.act,
  object: row.object,
  objectId: row.object_id,
  publication: row.publication,
  detail: row.detail,
  requestId: row.request_id,
  previousHash: row.previous_hash,
})

async function insert(tx: EntityManager, entry: HashedEntry): Promise<void> {
  await tx.query(
    `INSERT INTO audit_entries (sequence, at, person, act, object, object_id, publication, detail, request_id, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      entry.sequence,
      entry.at,
      entry.person,
      entry.act,
      entry.object,
      entry.objectId,
      entry.publication,
      JSON.stringify(entry.detail),
      entry.requestId,
      entry.previousHash,
      entryHash(entry),
    ],
  )
}
