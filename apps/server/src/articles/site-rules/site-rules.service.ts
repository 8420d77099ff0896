import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { conflict, missing, type SiteRule, type SiteRuleAnswer } from '#lib/editorial'
import { personNames } from '../../people/person-names.js'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { violated } from '../../platform/database/violated.js'
import { staleVersion } from '../../platform/http/etag.js'
import { SiteRuleRow } from './site-rule.entity.js'

/** House: more sites than this nobody keeps rules for. */
const MOST_RULES = 200

/** The site rules of a publication. */
@Injectable()
export class SiteRulesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditLog,
  ) {}

  async list(publication: string): Promise<SiteRuleAnswer[]> {
    const tx = this.dataSource.manager
    return answers(tx, await tx.find(SiteRuleRow, { where: { publication }, order: { host: 'ASC' } }))
  }

  /** What the pages of a publication are read by. */
  async rulesOf(publication: string): Promise<SiteRule[]> {
    const rows = await this.dataSource.manager.find(SiteRuleRow, { where: { publication }, select: { rule: true }, order: { host: 'ASC' } })
    return rows.map((row) => row.rule)
  }

  /** Refuses: a site that has a rule already, too many. */
  async add(publication: string, rule: SiteRule, by: string): Promise<SiteRuleAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      if ((await tx.countBy(SiteRuleRow, { publication })) >= MOST_RULES) throw conflict('site-rule/too-many', { limit: MOST_RULES })
      const id = randomUUID()
      const row = { id, publication, host: rule.host, rule, version: 1, madeBy: by }
      await tx.insert(SiteRuleRow, row as never).catch((error: unknown) => thereAlready(error, rule))
      return this.recorded(tx, id, 'add site rule', by)
    })
  }

  /** Refuses: 412 for a stale version, a site another rule is for. */
  async change(id: string, version: number, rule: SiteRule, by: string): Promise<SiteRuleAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const before = await found(tx, id)
      const change = { host: rule.host, rule, version: version + 1, madeBy: by, changedAt: () => 'now()' }
      const { affected } = await tx
        .update(SiteRuleRow, { id, version }, change as never)
        .catch((error: unknown) => thereAlready(error, rule))
      if (affected !== 1) throw staleVersion(before.version, { current: await answerOf(tx, id) })
      return this.recorded(tx, id, 'change site rule', by)
    })
  }

  /** Articles that were read by it stay as they are. */
  async remove(id: string, version: number, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const before = await found(tx, id)
      await this.recorded(tx, id, 'remove site rule', by)
      const { affected } = await tx.delete(SiteRuleRow, { id, version })
      if (affected !== 1) throw staleVersion(before.version, { current: await answerOf(tx, id) })
    })
  }

  private async recorded(tx: EntityManager, id: string, act: string, by: string): Promise<SiteRuleAnswer> {
    const { publication, rule } = await found(tx, id)
    await this.audit.record(tx, { person: by, act, object: 'site rule', objectId: id, publication, detail: { ...rule } })
    return answerOf(tx, id)
  }
}

async function found(tx: EntityManager, id: string): Promise<SiteRuleRow> {
  const row = await tx.findOneBy(SiteRuleRow, { id })
  if (row === null) throw missing('site-rule/missing')
  return row
}

async function answers(tx: EntityManager, rows: readonly SiteRuleRow[]): Promise<SiteRuleAnswer[]> {
  const nameOf = await personNames(
    tx,
    rows.map((row) => row.madeBy),
  )
  return rows.map(({ id, publication, rule, version, madeBy, changedAt }) => ({
    id,
    publication,
    rule,
    version,
    madeBy: nameOf(madeBy),
    changedAt: changedAt.toISOString(),
  }))
}

async function answerOf(tx: EntityManager, id: string): Promise<SiteRuleAnswer> {
  const [answer] = await answers(tx, [await found(tx, id)])
  if (answer === undefined) throw new Error('a site rule has no answer')
  return answer
}

function thereAlready(error: unknown, { host }: SiteRule): never {
  if (violated(error, 'site_rules_host_once')) throw conflict('site-rule/there-already', { host })
  throw error
}
