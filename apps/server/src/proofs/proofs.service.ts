import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { type FindingAnswer, type FindingList, messageText, missing } from '#lib/editorial'
import type { Finding } from '#lib/proof'
import { ArticleVersion } from '../articles/article-version.entity.js'
import { type NameOf, personNames } from '../people/person-names.js'
import { FindingSettlement } from './finding-settlement.entity.js'
import { Proofreader } from './proofreader.js'
import { SourceSignOff } from './source-sign-off.entity.js'
import { openBlocks, SOURCE_RULE, saysWhereFrom } from './standing.js'

export interface VersionKey {
  readonly article: string
  readonly version: number
}

/** What is found in saved versions, and what still has to be dealt with. */
@Injectable()
export class ProofsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proofreader: Proofreader,
  ) {}

  /** The findings of one version, each with who let it stand. */
  async findings({ article, version }: VersionKey, issueDate: string | null = null): Promise<FindingList> {
    const tx = this.dataSource.manager
    const saved = await tx.findOneBy(ArticleVersion, { article, number: version })
    if (saved === null) throw missing('article/missing')
    const [found = []] = await this.proofreader.read([saved], { issueDate })
    const settled = await tx.findBy(FindingSettlement, { article })
    const signOff = await tx.findOneBy(SourceSignOff, { article })
    const nameOf = await personNames(tx, [...settled.map((one) => one.person), signOff?.person ?? null])
    return {
      article,
      version,
      findings: found.map((one) => findingAnswer(one, settlementOf(one, settled, signOff, nameOf))),
      sourceMissing: !saysWhereFrom(saved.content),
      signOff: signOff === null ? null : { by: nameOf(signOff.person), reason: signOff.reason, at: signOff.at.toISOString() },
    }
  }

  /** How many articles lack a source nobody signed off, and how many blocking findings nobody settled. */
  async standing(tx: EntityManager, pins: readonly VersionKey[]): Promise<{ sourcesMissing: number; blockingFindings: number }> {
    if (pins.length === 0) return { sourcesMissing: 0, blockingFindings: 0 }
    const articles = pins.map((pin) => pin.article)
    const versions = await tx.find(ArticleVersion, { where: pins.map(({ article, version }) => ({ article, number: version })) })
    const signed = new Set((await tx.findBy(SourceSignOff, { article: In(articles) })).map((one) => one.article))
    const settled = await tx.findBy(FindingSettlement, { article: In(articles) })
    const found = await this.proofreader.read(versions, {})
    const open = versions.flatMap((one, at) =>
      openBlocks(
        found[at] ?? [],
        settled.filter((other) => other.article === one.article),
      ),
    )
    return {
      sourcesMissing: versions.filter((one) => !saysWhereFrom(one.content) && !signed.has(one.article)).length,
      blockingFindings: open.length,
    }
  }
}

function settlementOf(
  finding: Finding,
  settled: readonly FindingSettlement[],
  signOff: SourceSignOff | null,
  nameOf: NameOf,
): FindingAnswer['settled'] {
  const by = finding.rule === SOURCE_RULE ? signOff : settled.find((one) => one.rule === finding.rule && one.text === finding.text)
  return by === null || by === undefined ? null : { by: nameOf(by.person), reason: by.reason, at: by.at.toISOString() }
}

const findingAnswer = (one: Finding, settled: FindingAnswer['settled']): FindingAnswer => ({
  rule: one.rule,
  severity: one.severity,
  block: one.block,
  field: one.field,
  from: one.from,
  to: one.to,
  text: one.text,
  suggestion: one.suggestion,
  batch: one.batch,
  message: messageText(`proof/${one.rule}`, one.params),
  source: one.source,
  settled,
})
