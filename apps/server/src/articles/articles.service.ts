import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import {
  type ArticleAnswer,
  type ArticleContent,
  type ArticleSave,
  bodyText,
  conflict,
  contentHash,
  countCharacters,
  missing,
  type Provenance,
} from '#lib/editorial'
import { actOnce, type Once } from '../people/once.js'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { EventBus } from '../platform/events/event-bus.js'
import { staleVersion } from '../platform/http/etag.js'
import { PicturesService } from '../sources/pictures.service.js'
import { Article } from './article.entity.js'
import { articleAnswer, articleRow, issueOf } from './article-answer.js'
import { ArticleVersion } from './article-version.entity.js'
import { ArticleIndexer } from './search/article-indexer.js'

/** A new article: its content, where it belongs, what it was read from, who brought it (null: the command line). */
export interface NewArticle {
  readonly publication: string
  readonly content: ArticleContent
  readonly snapshot: string | null
  readonly by: string | null
  readonly note?: string | null
  /** Where its fields were read, where a reader told it. */
  readonly provenance?: readonly Provenance[]
}

/** Articles and their versions: every saving is a new version, none is ever lost, an old one cannot overwrite a newer. */
@Injectable()
export class ArticlesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pictures: PicturesService,
    private readonly indexer: ArticleIndexer,
    private readonly events: EventBus,
    private readonly audit: AuditLog,
  ) {}

  async find(id: string): Promise<ArticleAnswer> {
    const row = await articleRow(this.dataSource.manager, id)
    if (row === undefined || row.article.discarded) throw missing('article/missing')
    return articleAnswer(this.dataSource.manager, row)
  }

  /** One version, also of a discarded article: what was printed can always be read. */
  async findVersion(id: string, number: number): Promise<ArticleAnswer> {
    const answer = await versionAnswer(this.dataSource.manager, id, number)
    if (answer === undefined) throw missing('article/missing')
    return answer
  }

  async add(wanted: NewArticle, once?: Once): Promise<ArticleAnswer> {
    return inTransaction(this.dataSource, (tx) => actOnce(tx, once, () => this.addIn(tx, wanted)))
  }

  async addIn(tx: EntityManager, wanted: NewArticle): Promise<ArticleAnswer> {
    const id = await this.putIn(tx, wanted)
    await this.tellAdded(tx, id, wanted)
    return answerOf(tx, id)
  }

  /** A new article that is not told of yet: the audit has one writer at a time, so whoever brings many tells of them at the end. */
  async putIn(tx: EntityManager, { publication, content, snapshot, by, note, provenance = [] }: NewArticle): Promise<string> {
    await this.pictures.check(tx, publication, content)
    const id = randomUUID()
    await tx.insert(Article, { id, publication, snapshot, version: 1, discarded: false, provenance: provenance.map((one) => ({ ...one })) })
    await insertVersion(tx, { article: id, number: 1, content, by, note: note ?? null })
    await this.indexer.index(tx, { article: id, publication, version: 1, content })
    return id
  }

  async tellAdded(tx: EntityManager, id: string, { publication, by }: Pick<NewArticle, 'publication' | 'by'>): Promise<void> {
    await this.tell(tx, { act: 'add article', publication, id, version: 1, by })
  }

  /** Refuses: a picture that is not the publication's, 412 with both versions when somebody saved meanwhile. */
  async save(id: string, version: number, wanted: ArticleSave, by: string | null): Promise<ArticleAnswer> {
    return inTransaction(this.dataSource, (tx) => this.saveIn(tx, { id, version }, wanted, by))
  }

  /** The same beside other writing, in its transaction. */
  async saveIn(
    tx: EntityManager,
    { id, version }: { id: string; version: number },
    { content, note }: ArticleSave,
    by: string | null,
  ): Promise<ArticleAnswer> {
    const { affected } = await tx.update(Article, { id, version, discarded: false }, { version: version + 1 })
    if (affected !== 1) throw await stale(tx, id, version)
    const { publication } = await tx.findOneByOrFail(Article, { id })
    await this.pictures.check(tx, publication, content)
    await insertVersion(tx, { article: id, number: version + 1, content, by, note: note ?? null })
    await this.indexer.index(tx, { article: id, publication, version: version + 1, content })
    await this.tell(tx, { act: 'save article', publication, id, version: version + 1, by })
    return answerOf(tx, id)
  }

  /** Takes an article off the desk; its versions stay. Refuses: one that stands in an issue. */
  async discard(id: string, version: number, by: string): Promise<void> {
    await inTransaction(this.dataSource, async (tx) => {
      const { affected } = await tx.update(Article, { id, version, discarded: false }, { discarded: true })
      if (affected !== 1) throw await stale(tx, id, version)
      if ((await issueOf(tx, id)) !== null) throw conflict('article/in-issue')
      await this.indexer.remove(tx, id)
      const { publication } = await tx.findOneByOrFail(Article, { id })
      await this.tell(tx, { act: 'discard article', publication, id, version, by })
    })
  }

  private async tell(
    tx: EntityManager,
    one: { act: string; publication: string; id: string; version: number; by: string | null },
  ): Promise<void> {
    await this.events.publish(tx, 'article', { publication: one.publication, article: one.id, version: one.version })
    await this.audit.record(tx, {
      person: one.by,
      act: one.act,
      object: 'article',
      objectId: one.id,
      publication: one.publication,
      detail: { version: one.version },
    })
  }
}

interface NewVersion {
  readonly article: string
  readonly number: number
  readonly content: ArticleContent
  readonly by: string | null
  readonly note: string | null
}

async function insertVersion(tx: EntityManager, { article, number, content, by, note }: NewVersion): Promise<void> {
  const facts = {
    title: content.title,
    source: content.source,
    sourceDate: content.sourceDate,
    characters: countCharacters(bodyText(content)),
  }
  await tx.query(
    `INSERT INTO article_versions (article, number, content, content_hash, title, source, source_date, characters, note, saved_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      article,
      number,
      JSON.stringify(content),
      contentHash(content),
      facts.title,
      facts.source,
      facts.sourceDate,
      facts.characters,
      note,
      by,
    ],
  )
}

async function answerOf(tx: EntityManager, id: string): Promise<ArticleAnswer> {
  const row = await articleRow(tx, id)
  if (row === undefined) throw new Error('an article vanished while it was written')
  return articleAnswer(tx, row)
}

async function versionAnswer(tx: EntityManager, id: string, number: number): Promise<ArticleAnswer | undefined> {
  const article = await tx.findOneBy(Article, { id })
  const version = await tx.findOneBy(ArticleVersion, { article: id, number })
  if (article === null || version === null) return undefined
  return articleAnswer(tx, { article, version, issue: await issueOf(tx, id) })
}

/** Both texts: what stands now and what the writer began from, so that nothing has to be typed again. */
async function stale(tx: EntityManager, id: string, base: number): Promise<Error> {
  const row = await articleRow(tx, id)
  if (row === undefined || row.article.discarded) return missing('article/missing')
  return staleVersion(row.article.version, { current: await articleAnswer(tx, row), base: (await versionAnswer(tx, id, base)) ?? null })
}
