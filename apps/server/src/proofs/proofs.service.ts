import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { type ArticleContent, type FindingAnswer, type FindingList, messageText, missing } from '#lib/editorial'
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
    const versions = await versionFacts(tx, pins)
    const signed = new Set((await tx.findBy(SourceSignOff, { article: In(articles) })).map((one) => one.article))
    const settled = await tx.findBy(FindingSettlement, { article: In(articles) })
    const hashes = versions.map((one) => one.contentHash)
    const found = await this.proofreader.readHashes(hashes, {}, (missing) => contentsOf(tx, versions, missing))
    const open = versions.flatMap((one, at) =>
      openBlocks(
        found[at] ?? [],
        settled.filter((other) => other.article === one.article),
      ),
    )
    return {
      sourcesMissing: versions.filter((one) => !saysWhereFrom(one) && !signed.has(one.article)).length,
      blockingFindings: open.length,
    }
  }
}

interface VersionFacts {
  readonly article: string
  readonly number: number
  readonly contentHash: string
  readonly source: string | null
  readonly documentNumber: string | null
}

/** What is asked at every look at a draft: without the contents, which may be a whole volume. */
const versionFacts = (tx: EntityManager, pins: readonly VersionKey[]): Promise<VersionFacts[]> =>
  tx.query(
    `SELECT v.article, v.number, v.content_hash AS "contentHash", v.source, v.content->>'documentNumber' AS "documentNumber"
       FROM unnest($1::uuid[], $2::integer[]) WITH ORDINALITY AS pin(article, number, place)
       JOIN article_versions v ON v.article = pin.article AND v.number = pin.number ORDER BY pin.place`,
    [pins.map((pin) => pin.article), pins.map((pin) => pin.version)],
  )

async function contentsOf(
  tx: EntityManager,
  versions: readonly VersionFacts[],
  hashes: readonly string[],
): Promise<Map<string, ArticleContent>> {
  const wanted = new Set(hashes)
  const keys = versions.filter((one) => wanted.has(one.contentHash)).map(({ article, number }) => ({ article, number }))
  const rows = await tx.find(ArticleVersion, { where: keys, select: { contentHash: true, content: true } })
  return new Map(rows.map((row) => [row.contentHash, row.content]))
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
