import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { Actor, DuplicateAnswer, UsedAnswer } from '#lib/editorial'
import { visibleTo } from '../../publications/visible.js'
import { badge, kindOf } from './badge.js'
import { Likenesses, MOST_TOLD } from './likenesses.js'
import { passagesOf, type Use, usesOf } from './uses.js'

interface Known {
  readonly article: string
  readonly publication: string
  readonly title: string
  readonly source: string | null
  readonly sourceDate: string | null
}

interface Facts {
  readonly known: ReadonlyMap<string, Known>
  readonly uses: readonly Use[]
  readonly passages: readonly Use[]
}

/** Says of an article that it, or much of it, is in the house already, and where it was printed. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly likenesses: Likenesses,
  ) {}

  /** Strongest first; of other publications only what the person may see. */
  async of(article: string, actor: Actor): Promise<DuplicateAnswer[]> {
    const tx = this.dataSource.manager
    return (await this.duplicates(tx, [article], await visibleTo(tx, actor))).get(article) ?? []
  }

  /** The strongest badge of each of these articles of one publication, where they have one. */
  async badges(tx: EntityManager, articles: readonly string[], publication: string): Promise<ReadonlyMap<string, string>> {
    if (articles.length === 0) return new Map()
    const found = await this.duplicates(tx, articles, [publication])
    return new Map([...found].flatMap(([article, [first]]) => (first === undefined ? [] : [[article, first.message] as const])))
  }

  private async duplicates(
    tx: EntityManager,
    articles: readonly string[],
    visible: readonly string[],
  ): Promise<Map<string, DuplicateAnswer[]>> {
    const likes = await this.likenesses.of(tx, articles)
    const all = [...new Set([...articles, ...likes.map((one) => one.other)])]
    const seen = (uses: Use[]): Use[] => uses.filter((one) => visible.includes(one.publication))
    const [uses, passages] = [seen(await usesOf(tx, all)), seen(await passagesOf(tx, articles))]
    const facts: Facts = { known: await knownArticles(tx, all, visible), uses, passages }
    const answers = new Map<string, DuplicateAnswer[]>()
    for (const article of articles) {
      const home = facts.known.get(article)
      if (home === undefined) continue
      const mine = likes.filter((one) => one.article === article)
      const others = mine.flatMap((one) => answerFor(facts, home, one))
      const whole = [...ownUses(facts, home), ...others].sort(printedFirst)
      answers.set(article, [...whole, ...loosePassages(facts, home, whole)].slice(0, MOST_TOLD))
    }
    return answers
  }
}

/** An article that was printed itself. */
function ownUses(facts: Facts, home: Known): DuplicateAnswer[] {
  const uses = facts.uses.filter((one) => one.article === home.article)
  if (uses.length === 0) return []
  const message = badge('same', { title: home.title, paragraphs: 0, use: uses[0], home: home.publication })
  return [{ kind: 'same', ...home, similarity: 1, paragraphs: 0, used: uses.map(usedAnswer), message }]
}

function answerFor(
  facts: Facts,
  home: Known,
  like: { other: string; similarity: number | null; paragraphs: number; sameAddress: boolean },
): DuplicateAnswer[] {
  const other = facts.known.get(like.other)
  if (other === undefined) return []
  const kind = kindOf(like)
  const printed = facts.uses.filter((one) => one.article === like.other)
  const exact = (use: Use): Use => facts.passages.find((one) => one.article === home.article && one.edition === use.edition) ?? use
  const uses = kind === 'passages' ? printed.map(exact) : printed
  const { similarity, paragraphs } = like
  const message = badge(kind, { title: other.title, paragraphs, use: uses[0], home: home.publication })
  return [{ kind, ...other, similarity, paragraphs, used: uses.map(usedAnswer), message }]
}

/** Paragraphs that stand in print although no article on the desk has them any more. */
function loosePassages(facts: Facts, home: Known, told: readonly DuplicateAnswer[]): DuplicateAnswer[] {
  const editions = new Set(told.flatMap((one) => one.used.map((use) => use.edition)))
  return facts.passages
    .filter((one) => one.article === home.article && !editions.has(one.edition))
    .map((use) => {
      const paragraphs = use.paragraphs ?? 0
      const message = badge('passages', { title: use.name, paragraphs, use, home: home.publication })
      const about = { article: null, publication: use.publication, title: use.name, source: null, sourceDate: null }
      return { kind: 'passages', ...about, similarity: null, paragraphs, used: [usedAnswer(use)], message }
    })
}

const usedAnswer = ({ name, page, pageLabel, issue, edition, pastIssue }: Use): UsedAnswer => ({
  name,
  page,
  pageLabel,
  issue,
  edition,
  pastIssue,
})

const KINDS: readonly DuplicateAnswer['kind'][] = ['same', 'alike', 'address', 'passages']

/** What was printed goes first, then by strength. */
const printedFirst = (a: DuplicateAnswer, b: DuplicateAnswer): number =>
  Number(b.used.length > 0) - Number(a.used.length > 0) ||
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
  (b.similarity ?? 0) - (a.similarity ?? 0)

/** Articles on the desk; those of publications the person may not see, and those off the desk, are not told. */
async function knownArticles(tx: EntityManager, articles: readonly string[], visible: readonly string[]): Promise<Map<string, Known>> {
  const rows = (await tx.query(
    `SELECT article, publication, title, source, source_date AS "sourceDate" FROM article_index WHERE article = ANY($1::uuid[]) AND publication = ANY($2::uuid[])`,
    [articles, visible],
  )) as Known[]
  return new Map(rows.map((row) => [row.article, row]))
}
