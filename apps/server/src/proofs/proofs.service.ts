import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import {
  type ArticleContent,
  type FindingAnswer,
  type FindingList,
  missing,
  missingSourceParts,
  type SourceFacts,
  type SourceGap,
  type SourcePart,
} from '#lib/editorial'
import { type Finding, OUTSIDE_RULE, sift } from '#lib/proof'
import { ArticleVersion } from '../articles/article-version.entity.js'
import { type NameOf, personNames } from '../people/person-names.js'
import { said } from '../platform/errors/said.js'
import { publicationById } from '../publications/publications.service.js'
import { TemplateShelf } from '../publications/template-shelf.js'
import { FindingSettlement } from './finding-settlement.entity.js'
import { FindingIgnore } from './ignores/finding-ignore.entity.js'
import { type Leave, leavesOf, ownLeaves } from './leaves.js'
import { OutsideChecksService, outsideFindings } from './outside/outside-checks.service.js'
import { Proofreader, type ReadingContext } from './proofreader.js'
import { RosterShelf } from './roster/roster-shelf.js'
import { SourceSignOff } from './source-sign-off.entity.js'
import { openBlocks, SIGNED_OFF_RULES, unanswered } from './standing.js'

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
    private readonly shelf: RosterShelf,
    private readonly styles: TemplateShelf,
    private readonly outside: OutsideChecksService,
  ) {}

  /** The findings of one version, each with who let it stand. */
  async findings({ article, version }: VersionKey): Promise<FindingList> {
    const tx = this.dataSource.manager
    const { found, ignorings, missingParts } = await this.read(tx, { article, version })
    const signOff = await tx.findOneBy(SourceSignOff, { article })
    const nameOf = await personNames(tx, [...ignorings.map((one) => one.person), signOff?.person ?? null])
    const stands = new Map(sift(found, ignorings).ignored.map(({ finding, by }) => [finding, by]))
    const settled = (one: Finding): FindingAnswer['settled'] => leaveOf(signedFor(one, signOff) ?? stands.get(one), nameOf)
    const signed = leaveOf(signOff ?? undefined, nameOf)
    return {
      article,
      version,
      findings: found.map((one) => findingAnswer(one, settled(one))),
      sourceMissing: unanswered(missingParts, signOff),
      signOff: signOff === null || signed === null ? null : { ...signed, parts: signOff.parts },
      outside: await this.outside.stateOf(tx, { article, version }),
    }
  }

  /** The findings of one version nobody let stand. */
  async openFindings(tx: EntityManager, key: VersionKey): Promise<readonly Finding[]> {
    const { found, ignorings } = await this.read(tx, key)
    return sift(found, ignorings).open
  }

  /** The words that let such findings of a version stand, where they are about this article. */
  async ownLeaves(tx: EntityManager, key: VersionKey, wanted: (finding: Finding) => boolean): Promise<Leave[]> {
    const { saved, found } = await this.read(tx, key)
    return sift(found.filter(wanted), await ownLeaves(tx, saved)).ignored.map(({ by }) => by)
  }

  /** What is missing of where a version is from. */
  async missingParts(tx: EntityManager, key: VersionKey): Promise<SourcePart[]> {
    return (await this.read(tx, key)).missingParts
  }

  /** Which articles do not say where they are from and nobody signed off, and how many blocking findings nobody settled. */
  async standing(
    tx: EntityManager,
    pins: readonly VersionKey[],
    { publication, issueDate }: IssueFacts,
  ): Promise<{ sourceGaps: SourceGap[]; blockingFindings: number }> {
    if (pins.length === 0) return { sourceGaps: [], blockingFindings: 0 }
    const articles = pins.map((pin) => pin.article)
    const versions = await versionFacts(tx, pins)
    const signed = await tx.findBy(SourceSignOff, { article: In(articles) })
    const everywhere = (await tx.findBy(FindingIgnore, { publication })).flatMap(({ rule, text }) =>
      text === null ? [] : [{ scope: 'string' as const, rule, text }],
    )
    const hashes = versions.map((one) => one.contentHash)
    const context = await this.context(tx, { publication, issueDate })
    const found = await this.proofreader.readHashes(hashes, context, (missing) => contentsOf(tx, versions, missing))
    const blocks = versions.flatMap((one, at) => ({ pin: one, found: openBlocks(found[at] ?? [], everywhere) }))
    return {
      sourceGaps: versions.flatMap((one) => {
        const parts = unanswered(
          missingSourceParts(one, context.documentNumberCounts),
          signed.find((other) => other.article === one.article),
        )
        return parts.length === 0 ? [] : [{ title: one.title, parts }]
      }),
      blockingFindings: await stillBlocking(tx, blocks),
    }
  }

  /** What proofreading may know in a publication: its roster, and the date of the issue. */
  async context(tx: EntityManager, { publication, issueDate }: IssueFacts): Promise<ReadingContext> {
    const { mark, roster } = await this.shelf.of(tx, publication)
    const { style } = await publicationById(tx, publication)
    return {
      issueDate,
      roster,
      rosterMark: `${publication} ${mark} ${style}`,
      documentNumberCounts: this.styles.find(style).documentNumber,
    }
  }

  private async read(tx: EntityManager, { article, version }: VersionKey): Promise<Reading> {
    const saved = await tx.findOneBy(ArticleVersion, { article, number: version })
    if (saved === null) throw missing('article/missing')
    const facts = await factsOf(tx, article)
    const context = await this.context(tx, facts)
    const [own = []] = await this.proofreader.read([saved], context)
    const found = [...own, ...(await outsideFindings(tx, { article, version }))]
    const missingParts = missingSourceParts({ ...saved.content, kept: facts.kept }, context.documentNumberCounts)
    return { saved, found, ignorings: await leavesOf(tx, saved, facts.publication), missingParts }
  }
}

/** What proofreading goes by beside the text. */
export interface IssueFacts {
  readonly publication: string
  /** ISO, as precise as known. */
  readonly issueDate: string | null
}

interface Blocking {
  readonly pin: Pick<VersionFacts, 'article' | 'number'>
  readonly found: readonly Finding[]
}

/** How many of them nobody let stand; only articles in which something was let stand are looked into. */
async function stillBlocking(tx: EntityManager, blocks: readonly Blocking[]): Promise<number> {
  const blocked = blocks.filter(({ found }) => found.length > 0)
  const article = In(blocked.map(({ pin }) => pin.article))
  const settled = new Set(
    (await tx.find(FindingSettlement, { where: { article }, select: { article: true, id: true } })).map((one) => one.article),
  )
  let open = 0
  for (const { pin, found } of blocked) {
    const saved = settled.has(pin.article) ? await tx.findOneBy(ArticleVersion, { article: pin.article, number: pin.number }) : null
    open += saved === null ? found.length : openBlocks(found, await ownLeaves(tx, saved)).length
  }
  return open
}

interface Reading {
  readonly saved: ArticleVersion
  readonly found: readonly Finding[]
  readonly ignorings: readonly Leave[]
  readonly missingParts: SourcePart[]
}

/** The word of the one who signed, where the finding says what they signed for. */
const signedFor = ({ rule }: Finding, signOff: SourceSignOff | null): SourceSignOff | undefined => {
  const part = SIGNED_OFF_RULES.get(rule)
  return part !== undefined && signOff?.parts.includes(part) === true ? signOff : undefined
}

/** The publication of an article, the date of the issue it stands in, and whether its original is kept. */
async function factsOf(tx: EntityManager, article: string): Promise<IssueFacts & Pick<SourceFacts, 'kept'>> {
  const [row] = (await tx.query(
    `SELECT a.publication, a.snapshot IS NOT NULL AS kept, coalesce(to_char(i.date, 'YYYY-MM-DD'), i.year::text) AS "issueDate" FROM articles a
       LEFT JOIN issue_articles p ON p.article = a.id LEFT JOIN issues i ON i.id = p.issue WHERE a.id = $1`,
    [article],
  )) as (IssueFacts & Pick<SourceFacts, 'kept'>)[]
  if (row === undefined) throw missing('article/missing')
  return row
}

const leaveOf = (by: Pick<Leave, 'person' | 'reason' | 'at'> | undefined, nameOf: NameOf): FindingAnswer['settled'] =>
  by === undefined ? null : { by: nameOf(by.person), reason: by.reason, at: by.at.toISOString() }

interface VersionFacts extends SourceFacts {
  readonly article: string
  readonly number: number
  readonly contentHash: string
  readonly title: string
}

/** What is asked at every look at a draft: without the contents, which may be a whole volume. */
const versionFacts = (tx: EntityManager, pins: readonly VersionKey[]): Promise<VersionFacts[]> =>
  tx.query(
    `SELECT v.article, v.number, v.content_hash AS "contentHash", v.title, v.source, v.source_date AS "sourceDate",
            v.content->>'documentNumber' AS "documentNumber", v.content->>'documentDate' AS "documentDate", a.snapshot IS NOT NULL AS kept
       FROM unnest($1::uuid[], $2::integer[]) WITH ORDINALITY AS pin(article, number, place)
       JOIN article_versions v ON v.article = pin.article AND v.number = pin.number
       JOIN articles a ON a.id = v.article ORDER BY pin.place`,
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

const findingAnswer = (one: Finding, settled: FindingAnswer['settled']): FindingAnswer => ({
  rule: one.rule,
  severity: one.severity,
  origin: one.rule === OUTSIDE_RULE ? 'outside' : 'house',
  block: one.block,
  field: one.field,
  from: one.from,
  to: one.to,
  text: one.text,
  suggestion: one.suggestion,
  batch: one.batch,
  message: said(`proof/${one.rule}`, one.params),
  source: one.source,
  settled,
})
