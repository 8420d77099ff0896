import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { conflict, type IgnoreAnswer, missing, sha256Hex } from '#lib/editorial'
import { RULES } from '#lib/proof'
import { personNames } from '../../people/person-names.js'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { FindingIgnore } from './finding-ignore.entity.js'

export interface NewIgnore {
  readonly publication: string
  readonly rule: string
  /** Null lets the whole rule rest. */
  readonly text: string | null
  readonly reason: string
  readonly by: string
}

/** What a publication lets stand everywhere, each with who said so and why. */
@Injectable()
export class IgnoresService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditLog,
  ) {}

  async list(publication: string): Promise<IgnoreAnswer[]> {
    const rows = await this.dataSource.manager.find(FindingIgnore, { where: { publication }, order: { at: 'DESC' } })
    const nameOf = await personNames(
      this.dataSource.manager,
      rows.map((row) => row.person),
    )
    return rows.map(({ id, rule, text, person, reason, at }) => ({ id, rule, text, by: nameOf(person), reason, at: at.toISOString() }))
  }

  /** Refuses: letting a whole rule rest that blocks, for what it finds must be looked at one by one. */
  async add({ publication, rule, text, reason, by }: NewIgnore): Promise<void> {
    if (text === null && RULES.some((one) => one.id === rule && one.severity === 'block')) throw conflict('proof/rule-cannot-rest')
    await inTransaction(this.dataSource, async (tx) => {
      const row = { publication, rule, text, textHash: text === null ? '' : sha256Hex(text), person: by, reason }
      await tx.upsert(FindingIgnore, { ...row, id: randomUUID(), at: () => 'now()' }, ['publication', 'rule', 'textHash'])
      const act = text === null ? 'let rule rest' : 'let words stand'
      await this.audit.record(tx, {
        person: by,
        act,
        object: 'publication',
        objectId: publication,
        publication,
        detail: { rule, text, reason },
      })
    })
  }

  async remove(id: string, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const row = await tx.findOneBy(FindingIgnore, { id })
      if (row === null) throw missing('proof/ignore-missing')
      const { publication, rule, text } = row
      await tx.delete(FindingIgnore, { id })
      const act = text === null ? 'wake rule' : 'reopen words'
      await this.audit.record(tx, { person: by, act, object: 'publication', objectId: publication, publication, detail: { rule, text } })
    })
  }
}
