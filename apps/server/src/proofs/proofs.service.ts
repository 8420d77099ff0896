import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { type ArticleContent, type FindingAnswer, type FindingList, messageText, missing } from '#lib/editorial'
import { type Finding, type Ignoring, sift } from '#lib/proof'
import { ArticleVersion } from '../articles/article-version.entity.js'
import { type NameOf, personNames } from '../people/person-names.js'
import { FindingSettlement } from './finding-settlement.entity.js'
import { FindingIgnore } from './ignores/finding-ignore.entity.js'
import { Proofreader, type ReadingContext } from './proofreader.js'
import { RosterShelf } from './roster/roster-shelf.js'
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
    private readonly shelf: RosterShelf,
  ) {}

  /** The findings of one version, each with who let it stand. */
  async findings({ article, version }: VersionKey): Promise<FindingList> {
    const tx = this.dataSource.manager
    const { saved, found, ignorings } = await this.read(tx, { article, version })
    const signOff = await tx.findOneBy(SourceSignOff, { article })
    const nameOf = await personNames(tx, [...ignorings.map((one) => one.person), signOff?.person ?? null])
    const stands = new Map(sift(saved.content, found, ignorings).ignored.map(({ finding, by }) => [finding, by]))
    const settled = (one: Finding): FindingAnswer['settled'] =>
      leaveOf(one.rule === SOURCE_RULE ? (signOff ?? undefined) : stands.get(one), nameOf)
    return {
      article,
      version,
      findings: found.map((one) => findingAnswer(one, settled(one))),
      sourceMissing: !saysWhereFrom(saved.content),
      signOff: leaveOf(signOff ?? undefined, nameOf),
    }
  }

  /** The findings of one version nobody let stand. */
  async openFindings(tx: EntityManager, key: VersionKey): Promise<readonly Finding[]> {
    const { saved, found, ignorings } = await this.read(tx, key)
    return sift(saved.content, found, ignorings).open
  }

  /** How many articles lack a source nobody signed off, and how many blocking findings nobody settled. */
  async standing(
    tx: EntityManager,
    pins: readonly VersionKey[],
    { publication, issueDate }: IssueFacts,
  ): Promise<{ sourcesMissing: number; blockingFindings: number }> {
    if (pins.length === 0) return { sourcesMissing: 0, blockingFindings: 0 }
    const articles = pins.map((pin) => pin.article)
    const versions = await versionFacts(tx, pins)
    const signed = new Set((await tx.findBy(SourceSignOff, { article: In(articles) })).map((one) => one.article))
    const settled = await tx.findBy(FindingSettlement, { article: In(articles) })
    const everywhere = (await tx.findBy(FindingIgnore, { publication })).flatMap(({ rule, text }) =>
      text === null ? [] : [{ rule, text }],
    )
    const hashes = versions.map((one) => one.contentHash)
    const context = await this.context(tx, { publication, issueDate })
    const found = await this.proofreader.readHashes(hashes, context, (missing) => contentsOf(tx, versions, missing))
    const open = versions.flatMap((one, at) =>
      openBlocks(found[at] ?? [], [...settled.filter((other) => other.article === one.article), ...everywhere]),
    )
    return {
      sourcesMissing: versions.filter((one) => !saysWhereFrom(one) && !signed.has(one.article)).length,
      blockingFindings: open.length,
    }
  }

  /** What proofreading may know in a publication: its roster, and the date of the issue. */
  async context(tx: EntityManager, { publication, issueDate }: IssueFacts): Promise<ReadingContext> {
    const { mark, roster } = await this.shelf.of(tx, publication)
    return { issueDate, roster, rosterMark: `${publication} ${mark}` }
  }

  private async read(tx: EntityManager, { article, version }: VersionKey): Promise<Reading> {
    const saved = await tx.findOneBy(ArticleVersion, { article, number: version })
    if (saved === null) throw missing('article/missing')
    const facts = await factsOf(tx, article)
    const [found = []] = await this.proofreader.read([saved], await this.context(tx, facts))
    return { saved, found, ignorings: await ignoringsOf(tx, article, facts.publication) }
  }
}

/** What proofreading goes by beside the text. */
export interface IssueFacts {
  readonly publication: string
  /** ISO, as precise as known. */
  readonly issueDate: string | null
}

/** A word that lets findings stand, with whose it is. */
type Leave = Ignoring & { readonly person: string | null; readonly reason: string; readonly at: Date }

interface Reading {
  readonly saved: ArticleVersion
  readonly found: readonly Finding[]
  readonly ignorings: readonly Leave[]
}

/** The publication of an article, and the date of the issue it stands in. */
async function factsOf(tx: EntityManager, article: string): Promise<IssueFacts> {
  const [row] = (await tx.query(
    `SELECT a.publication, coalesce(to_char(i.date, 'YYYY-MM-DD'), i.year::text) AS "issueDate" FROM articles a
       LEFT JOIN issue_articles p ON p.article = a.id LEFT JOIN issues i ON i.id = p.issue WHERE a.id = $1`,
    [article],
  )) as IssueFacts[]
  if (row === undefined) throw missing('article/missing')
  return row
}

/** Every word that lets something stand in an article: its own first, then those of the publication. */
async function ignoringsOf(tx: EntityManager, article: string, publication: string): Promise<Leave[]> {
  const own = await tx.findBy(FindingSettlement, { article })
  const everywhere = await tx.findBy(FindingIgnore, { publication })
  return [
    ...own.map(({ rule, text, person, reason, at }): Leave => ({ scope: 'once', rule, text, before: '', after: '', person, reason, at })),
    ...everywhere.map(({ rule, text, person, reason, at }): Leave => {
      const said = { rule, person, reason, at }
      return text === null ? { scope: 'rule', ...said } : { scope: 'string', text, ...said }
    }),
  ]
}

const leaveOf = (by: Pick<Leave, 'person' | 'reason' | 'at'> | undefined, nameOf: NameOf): FindingAnswer['settled'] =>
  by === undefined ? null : { by: nameOf(by.person), reason: by.reason, at: by.at.toISOString() }

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
