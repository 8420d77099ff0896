import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type AuditLine, type PageQuery, pageLimit } from '#lib/editorial'
import { personNames } from '../people/person-names.js'

interface Row {
  readonly sequence: string
  readonly at: Date
  readonly person: string | null
  readonly act: string
  readonly object: string
  readonly object_id: string
  readonly detail: Record<string, unknown>
  readonly hash: string
}

const uuid = /^[0-9a-f-]{36}$/

/** What happened in a publication, newest first, for its administrators. */
@Injectable()
export class AuditList {
  constructor(private readonly dataSource: DataSource) {}

  async ofPublication(publication: string, query: PageQuery): Promise<{ items: AuditLine[]; next: string | null }> {
    const limit = pageLimit(query)
    const before = query.after === undefined ? null : /^\d{1,15}$/.test(query.after) ? query.after : '0'
    const rows = (await this.dataSource.query(
      `SELECT sequence, at, person, act, object, object_id, detail, hash FROM audit_entries
       WHERE publication = $1 AND ($2::bigint IS NULL OR sequence < $2) ORDER BY sequence DESC LIMIT $3`,
      [publication, before, limit + 1],
    )) as Row[]
    const page = rows.slice(0, limit)
    const nameOf = await personNames(
      this.dataSource.manager,
      page.map((row) => (row.person !== null && uuid.test(row.person) ? row.person : null)),
    )
    const items = page.map((row) => ({
      sequence: Number(row.sequence),
      at: row.at.toISOString(),
      person: nameOf(row.person),
      act: row.act,
      object: row.object,
      objectId: row.object_id,
      detail: row.detail,
      hash: row.hash,
    }))
    return { items, next: rows.length > limit ? (page.at(-1)?.sequence ?? null) : null }
  }
}
