import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type ArticleSave, contentHash, type ImportedAnswer } from '#lib/editorial'
import type { BulletinImport, Doubt, ImportedArticle } from '#lib/ingest'
import { PicturesService } from '../../sources/pictures.service.js'
import { articleRow } from '../article-answer.js'
import { ArticlesService } from '../articles.service.js'
import { account, doubtAnswer } from '../bulletin-importer.js'

type Known = ImportedAnswer['columns'][number]['articles'][number]

interface Bringer {
  readonly publication: string
  readonly by: string | null
}

/** What a new version says of why it is there. */
const NOTE = '往期校字'

/** A past bulletin read once more after a repair: each of its articles is saved as a new version, unless somebody worked on it since. */
@Injectable()
export class BulletinRenewer {
  constructor(
    private readonly pictures: PicturesService,
    private readonly articles: ArticlesService,
  ) {}

  async renewIn(tx: EntityManager, bulletin: BulletinImport, before: ImportedAnswer, bringer: Bringer): Promise<ImportedAnswer> {
    await this.pictures.keep(tx, bringer.publication, bulletin.pictures)
    const known = new Map(before.columns.flatMap((column) => column.articles).map((one) => [one.lines[0], one]))
    const doubts: Doubt[] = []
    const columns: ImportedAnswer['columns'] = []
    for (const column of bulletin.columns) {
      const articles: Known[] = []
      for (const one of column.articles) articles.push(await this.renewed(tx, one, { before: known, doubts }, { ...before, ...bringer }))
      columns.push({ name: column.name, articles })
    }
    for (const { title, lines } of known.values()) doubts.push({ code: 'past/read-no-more', params: { title }, line: lines[0] })
    const facts = { ...bulletin.facts, titleLines: [...bulletin.facts.titleLines], editors: [...bulletin.facts.editors] }
    const told = account(bulletin)
    return { ...before, facts, style: bulletin.style, columns, ...told, doubts: [...doubts.map(doubtAnswer), ...told.doubts] }
  }

  /** The article that began on the same line before, or a new one. */
  private async renewed(
    tx: EntityManager,
    { content, lines, provenance }: ImportedArticle,
    { before, doubts }: { readonly before: Map<number, Known>; readonly doubts: Doubt[] },
    { publication, by, snapshot }: Bringer & Pick<ImportedAnswer, 'snapshot'>,
  ): Promise<Known> {
    const told = {
      title: content.title,
      source: content.source,
      sourceDate: content.sourceDate,
      lines: [lines[0], lines[1]] satisfies Known['lines'],
    }
    const known = before.get(lines[0])
    before.delete(lines[0])
    if (known === undefined) {
      const { id: article, version } = await this.articles.addIn(tx, { publication, content, snapshot: snapshot.id, by, provenance })
      return { ...told, article, version }
    }
    const { article: id, version = 1 } = known
    const row = await articleRow(tx, id)
    if (row === undefined || row.article.discarded || row.article.version !== version) {
      doubts.push({ code: 'past/edited-since', params: { title: known.title }, line: lines[0] })
      return known
    }
    if (contentHash(row.version.content) === contentHash(content)) return { ...told, article: id, version }
    const saved = await this.articles.saveIn(tx, { id, version }, { content: content as ArticleSave['content'], note: NOTE }, by)
    return { ...told, article: id, version: saved.version }
  }
}
