import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { invalid, type ReopenRequest, type SettlementRequest } from '#lib/editorial'
import { type Field, type Finding, samePlace } from '#lib/proof'
import { Article } from '../articles/article.entity.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { FindingSettlement } from './finding-settlement.entity.js'
import { IgnoresService } from './ignores/ignores.service.js'
import { ProofsService } from './proofs.service.js'
import { SourceSignOff } from './source-sign-off.entity.js'

/** A person's word that something may stand as it is, with the reason, kept for ever in the audit. */
@Injectable()
export class SettlementsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proofs: ProofsService,
    private readonly ignores: IgnoresService,
    private readonly audit: AuditLog,
  ) {}

  /** Lets pass what is missing of where an article is from, now and as long as nothing else goes missing. Refuses: an article that lacks nothing. */
  async signOff(article: string, reason: string, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const { version, publication } = await newestOf(tx, article)
      const parts = await this.proofs.missingParts(tx, { article, version })
      if (parts.length === 0) throw invalid('article/sign-off-not-needed')
      await tx.upsert(SourceSignOff, { article, person: by, reason, parts, at: () => 'now()' }, ['article'])
      await this.audit.record(tx, {
        person: by,
        act: 'sign off missing source',
        object: 'article',
        objectId: article,
        publication,
        detail: { reason, version, parts },
      })
    })
  }

  async takeBackSignOff(article: string, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const { publication } = await newestOf(tx, article)
      const { affected } = await tx.delete(SourceSignOff, { article })
      if (affected === 0) return
      await this.audit.record(tx, { person: by, act: 'take back sign-off', object: 'article', objectId: article, publication })
    })
  }

  /** Lets a finding stand at its place, and there in later versions while its words stay. Refuses: what is not found there, or is let stand already. */
  async settle(article: string, request: SettlementRequest, by: string): Promise<void> {
    const { rule, text, reason, scope = 'once' } = request
    if (scope !== 'once') return this.settleEverywhere(article, { ...request, scope }, by)
    await inTransaction(this.dataSource, async (tx) => {
      const { publication, version } = await newestOf(tx, article)
      const at = request.place?.version ?? version
      const found = (await this.proofs.openFindings(tx, { article, version: at })).find((one) => isMeant(request, one))
      if (found === undefined) throw invalid('article/no-such-finding')
      const { block, field, from: starts, to: ends } = found
      await tx.insert(FindingSettlement, {
        id: randomUUID(),
        article,
        rule,
        text,
        version: at,
        block,
        field,
        starts,
        ends,
        person: by,
        reason,
      })
      const detail = { rule, text, reason, version: at, block, field, from: starts, to: ends }
      await this.audit.record(tx, { person: by, act: 'let finding stand', object: 'article', objectId: article, publication, detail })
    })
  }

  /** The same in the whole publication: these words, or all the rule says. */
  private async settleEverywhere(article: string, request: SettlementRequest & { scope: 'always' | 'rule' }, by: string): Promise<void> {
    const { rule, text, reason, scope } = request
    const tx = this.dataSource.manager
    const { publication, version } = await newestOf(tx, article)
    const open = await this.proofs.openFindings(tx, { article, version: request.place?.version ?? version })
    if (!open.some((one) => isMeant(request, one))) throw invalid('article/no-such-finding')
    await this.ignores.add({ publication, rule, text: scope === 'rule' ? null : text, reason, by })
  }

  /** Finds again what was let stand: at one place, or wherever these words were let stand in the article. */
  async reopen(article: string, request: ReopenRequest, by: string): Promise<void> {
    const { rule, text } = request
    await inTransaction(this.dataSource, async (tx) => {
      const { publication, version } = await newestOf(tx, article)
      const key = { article, version: request.place?.version ?? version }
      const leaves = await this.proofs.ownLeaves(tx, key, (one) => isMeant(request, one))
      const { affected } = await tx.delete(FindingSettlement, { id: In(leaves.map((one) => one.id)) })
      if (affected === 0) return
      const detail = { rule, text, ...(request.place === undefined ? {} : request.place) }
      await this.audit.record(tx, { person: by, act: 'reopen finding', object: 'article', objectId: article, publication, detail })
    })
  }
}

/** Whether a finding is the one a request speaks of. */
const isMeant = ({ rule, text, place }: Pick<SettlementRequest, 'rule' | 'text' | 'place'>, one: Finding): boolean =>
  one.rule === rule && one.text === text && (place === undefined || samePlace({ ...place, field: place.field as Field | null }, one))

async function newestOf(tx: EntityManager, id: string): Promise<{ publication: string; version: number }> {
  const { publication, version } = await tx.findOneByOrFail(Article, { id })
  return { publication, version }
}
