import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type ArticleContent, conflict, type FixAnswer, type FixLine, type FixPreview, type FixRequest, missing } from '#lib/editorial'
import { type Finding, fixBatch, undoFixes } from '#lib/proof'
import { Article } from '../../articles/article.entity.js'
import { ArticleVersion } from '../../articles/article-version.entity.js'
import { ArticlesService } from '../../articles/articles.service.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { ProofsService } from '../proofs.service.js'
import { FixBatchRow } from './fix-batch.entity.js'

/** Many fixes at once: shown first, put in as one new version, and taken back again. */
@Injectable()
export class FixesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proofs: ProofsService,
    private readonly articles: ArticlesService,
  ) {}

  async preview(article: string, version: number, wanted: FixRequest): Promise<FixPreview> {
    const { content, findings } = await this.asked(this.dataSource.manager, { article, version }, wanted)
    const { previews } = fixBatch(content, findings)
    const counts = new Map<string, number>()
    for (const { finding } of previews) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1)
    return {
      article,
      version,
      fixes: previews.map(({ finding, before, after }) => fixLine(finding, before, after)),
      rules: [...counts].map(([rule, count]) => ({ rule, count })),
    }
  }

  /** Refuses: nothing to fix, 412 where the version is not the newest. */
  async apply(article: string, version: number, wanted: FixRequest, by: string): Promise<FixAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const { content, findings } = await this.asked(tx, { article, version }, wanted)
      const { content: fixed, applied, undo } = fixBatch(content, findings)
      if (applied.length === 0) throw conflict('proof/nothing-to-fix')
      const note = `批量修正 ${applied.length} 处`
      const saved = await this.articles.saveIn(tx, { id: article, version }, { content: fixed as never, note }, by)
      await tx.insert(FixBatchRow, { article, version: saved.version, undo: undo as never, undone: false })
      return { article, version: saved.version, applied: applied.length, left: findings.length - applied.length }
    })
  }

  /** Takes back the fixes that made `batch`; what was edited since stays. Refuses: a version no batch made, one taken back before, nothing left to take back. */
  async undo(article: string, version: number, batch: number, by: string): Promise<FixAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const row = await tx.findOneBy(FixBatchRow, { article, version: batch })
      if (row === null) throw missing('proof/no-such-batch')
      const { affected } = await tx.update(FixBatchRow, { article, version: batch, undone: false }, { undone: true })
      const now = await contentOf(tx, article, version)
      const { content, left } = undoFixes(now, row.undo)
      const back = row.undo.blocks.length + row.undo.fields.length - left.length
      if (affected !== 1 || back === 0) throw conflict('proof/nothing-to-take-back')
      const note = `撤销第${batch}版的批量修正`
      const saved = await this.articles.saveIn(tx, { id: article, version }, { content: content as never, note }, by)
      return { article, version: saved.version, applied: back, left: left.length }
    })
  }

  /** The open findings with a suggestion: those named, those of the rules named, or all that are certain. */
  private async asked(
    tx: EntityManager,
    { article, version }: { article: string; version: number },
    { rules, fixes }: FixRequest,
  ): Promise<{ content: ArticleContent; findings: Finding[] }> {
    await tx.findOneByOrFail(Article, { id: article })
    const content = await contentOf(tx, article, version)
    const open = (await this.proofs.openFindings(tx, { article, version })).filter((one) => one.suggestion !== null)
    if (fixes !== undefined) return { content, findings: open.filter((one) => fixes.some((fix) => isThis(fix, one))) }
    return { content, findings: open.filter((one) => one.batch && (rules === undefined || rules.includes(one.rule))) }
  }
}

const isThis = (fix: NonNullable<FixRequest['fixes']>[number], one: Finding): boolean =>
  fix.rule === one.rule && fix.block === one.block && fix.field === one.field && fix.from === one.from && fix.to === one.to

const fixLine = ({ rule, block, field, from, to, text, suggestion }: Finding, before: string, after: string): FixLine => ({
  rule,
  block,
  field,
  from,
  to,
  before,
  text,
  suggestion: suggestion ?? '',
  after,
})

async function contentOf(tx: EntityManager, article: string, number: number): Promise<ArticleContent> {
  const saved = await tx.findOneBy(ArticleVersion, { article, number })
  if (saved === null) throw missing('article/missing')
  return saved.content
}
