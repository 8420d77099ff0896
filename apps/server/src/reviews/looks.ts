import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { contentHash, type LookAnswer } from '#lib/editorial'
import type { Issue } from '../issues/issue.entity.js'
import { issueById } from '../issues/issue-row.js'
import { columnNames, pinsOf } from '../issues/pins.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { IssueLook, type SeenArticle } from './issue-look.entity.js'

type LookedAt = LookAnswer['articles'][number]

/** What differs since somebody last looked: each person has a mark of their own. */
@Injectable()
export class Looks {
  constructor(private readonly dataSource: DataSource) {}

  async see(id: string, person: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const issue = await issueById(tx, id)
      const look = { issue: id, person, seen: await articlesNow(tx, id), factsHash: factsHash(issue), at: () => 'now()' }
      await tx.upsert(IssueLook, look, ['issue', 'person'])
    })
  }

  /** Without a mark everything is new. */
  async since(id: string, person: string): Promise<LookAnswer> {
    const tx = this.dataSource.manager
    const issue = await issueById(tx, id)
    const look = await tx.findOneBy(IssueLook, { issue: id, person })
    return {
      issue: id,
      seenAt: look?.at.toISOString() ?? null,
      articles: differences(look?.seen ?? [], await articlesNow(tx, id)),
      factsChanged: look !== null && look.factsHash !== factsHash(issue),
    }
  }
}

const factsHash = ({ year, number, totalNumber, date, titleLines, editors, contact }: Issue): string =>
  contentHash({ year, number, totalNumber, date, titleLines, editors, contact })

async function articlesNow(tx: EntityManager, issue: string): Promise<SeenArticle[]> {
  const columns = await columnNames(tx, issue)
  return (await pinsOf(tx, issue)).map(({ article, version, column, title }) => ({
    article,
    version,
    title,
    column: columns[column] ?? null,
  }))
}

/** Every article of now in order, then those that are gone. A place is another when the column or the neighbour before it is. */
export function differences(seen: readonly SeenArticle[], now: readonly SeenArticle[]): LookedAt[] {
  const kept = seen.filter((one) => now.some((other) => other.article === one.article))
  const order = now.filter((one) => seen.some((other) => other.article === one.article))
  const standing = now.map((one): LookedAt => {
    const before = seen.find((other) => other.article === one.article)
    if (before === undefined) return { article: one.article, title: one.title, change: 'added', from: null, to: one.version }
    const moved = before.column !== one.column || kept.indexOf(before) !== order.indexOf(one)
    const change = before.version === one.version ? (moved ? 'moved' : 'same') : 'changed'
    return { article: one.article, title: one.title, change, from: before.version, to: one.version }
  })
  const gone = seen.filter((one) => !kept.includes(one))
  return [
    ...standing,
    ...gone.map(({ article, title, version }): LookedAt => ({ article, title, change: 'removed', from: version, to: null })),
  ]
}
