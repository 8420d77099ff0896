import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { invalid, type SettlementRequest, sha256Hex } from '#lib/editorial'
import { Article } from '../articles/article.entity.js'
import { ArticleVersion } from '../articles/article-version.entity.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { FindingSettlement } from './finding-settlement.entity.js'
import { IgnoresService } from './ignores/ignores.service.js'
import { ProofsService } from './proofs.service.js'
import { SourceSignOff } from './source-sign-off.entity.js'
import { saysWhereFrom } from './standing.js'

/** A person's word that something may stand as it is, with the reason, kept for ever in the audit. */
@Injectable()
export class SettlementsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proofs: ProofsService,
    private readonly ignores: IgnoresService,
    private readonly audit: AuditLog,
  ) {}

  /** Lets a missing source pass. Refuses: an article that has one. */
  async signOff(article: string, reason: string, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const { newest, publication } = await newestOf(tx, article)
      if (saysWhereFrom(newest.content)) throw invalid('article/sign-off-not-needed')
      await tx.upsert(SourceSignOff, { article, person: by, reason, at: () => 'now()' }, ['article'])
      await this.audit.record(tx, {
        person: by,
        act: 'sign off missing source',
        object: 'article',
        objectId: article,
        publication,
        detail: { reason, version: newest.number },
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

  /** Lets a finding stand in this article while the words stay the same. Refuses: words the rule does not find in the newest version. */
  async settle(article: string, { rule, text, reason, scope = 'once' }: SettlementRequest, by: string): Promise<void> {
    if (scope !== 'once') return this.settleEverywhere(article, { rule, text, reason, scope }, by)
    await inTransaction(this.dataSource, async (tx) => {
      const { newest, publication } = await newestOf(tx, article)
      if (!(await this.finds(tx, newest, rule, text))) throw invalid('article/no-such-finding')
      await tx.upsert(FindingSettlement, { article, rule, text, textHash: sha256Hex(text), person: by, reason, at: () => 'now()' }, [
        'article',
        'rule',
        'textHash',
      ])
      await this.audit.record(tx, {
        person: by,
        act: 'let finding stand',
        object: 'article',
        objectId: article,
        publication,
        detail: { rule, text, reason },
      })
    })
  }

  /** The same in the whole publication: these words, or all the rule says. */
  private async settleEverywhere(article: string, { rule, text, reason, scope }: Required<SettlementRequest>, by: string): Promise<void> {
    const tx = this.dataSource.manager
    const { newest, publication } = await newestOf(tx, article)
    if (!(await this.finds(tx, newest, rule, text))) throw invalid('article/no-such-finding')
    await this.ignores.add({ publication, rule, text: scope === 'rule' ? null : text, reason, by })
  }

  private async finds(tx: EntityManager, { article, number }: ArticleVersion, rule: string, text: string): Promise<boolean> {
    return (await this.proofs.openFindings(tx, { article, version: number })).some((one) => one.rule === rule && one.text === text)
  }

  async reopen(article: string, rule: string, text: string, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const { publication } = await newestOf(tx, article)
      const { affected } = await tx.delete(FindingSettlement, { article, rule, textHash: sha256Hex(text) })
      if (affected === 0) return
      await this.audit.record(tx, {
        person: by,
        act: 'reopen finding',
        object: 'article',
        objectId: article,
        publication,
        detail: { rule, text },
      })
    })
  }
}

async function newestOf(tx: EntityManager, id: string): Promise<{ newest: ArticleVersion; publication: string }> {
  const article = await tx.findOneByOrFail(Article, { id })
  return { newest: await tx.findOneByOrFail(ArticleVersion, { article: id, number: article.version }), publication: article.publication }
}
