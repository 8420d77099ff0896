import { rm } from 'node:fs/promises'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type ImportedAnswer } from '#lib/editorial'
import type { BulletinImport, Doubt } from '#lib/ingest'
import { actOnce, type Once } from '../people/once.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { said } from '../platform/errors/said.js'
import { FILES, type FileStore, type StoredFile } from '../platform/files/file-store.js'
import { BulletinReader } from '../sources/bulletin-reader.js'
import { PicturesService } from '../sources/pictures.service.js'
import { SnapshotsService } from '../sources/snapshots.service.js'
import { ArticlesService } from './articles.service.js'
import type { LooseFile } from './collector.js'
import { keepPastIssue } from './past-issues/past-record.js'

export interface ArchiveBringer {
  readonly publication: (tx: EntityManager, bulletin: BulletinImport) => Promise<string> | string
  readonly by: string | null
  readonly once?: Once | undefined
}

/** Past bulletins into the archive: the original, and each of its articles, together or not at all. */
@Injectable()
export class BulletinImporter {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FILES) private readonly files: FileStore,
    private readonly reader: BulletinReader,
    private readonly snapshots: SnapshotsService,
    private readonly pictures: PicturesService,
    private readonly articles: ArticlesService,
  ) {}

  /** The file is taken over or removed, whatever happens. Which publication it belongs to may be told by the bulletin itself. */
  async take(file: LooseFile, bringer: ArchiveBringer): Promise<ImportedAnswer> {
    try {
      const bulletin = await this.reader.read({ path: file.path, name: file.name, mediaType: file.mediaType, url: null })
      const stored = await this.files.putFile(file.path)
      await this.putPictures(bulletin)
      return await inTransaction(this.dataSource, (tx) => {
        const once =
          bringer.once === undefined ? undefined : { ...bringer.once, requestHash: `${bringer.once.requestHash} ${stored.sha256}` }
        return actOnce(tx, once, async () => {
          const { by } = bringer
          const publication = await bringer.publication(tx, bulletin)
          const imported = await this.keepIn(tx, bulletin, { ...file, ...stored }, { publication, by })
          return keepPastIssue(tx, bulletin, imported, { by, file: { ...file, ...stored } })
        })
      })
    } finally {
      await rm(file.path, { force: true })
    }
  }

  /** Puts its pictures on the disk; before the transaction that keeps it. */
  putPictures({ pictures }: BulletinImport): Promise<void> {
    return this.pictures.store(pictures)
  }

  /** A bulletin that was read, its file already in the store: the original and its articles. */
  async keepIn(
    tx: EntityManager,
    bulletin: BulletinImport,
    file: Omit<LooseFile, 'path'> & StoredFile,
    { publication, by }: { publication: string; by: string | null },
  ): Promise<ImportedAnswer> {
    const { sha256, bytes, name, mediaType } = file
    const snapshot = await this.snapshots.keep(tx, {
      publication,
      file: { sha256, bytes },
      name,
      mediaType,
      origin: 'bulletin',
      url: null,
      by,
    })
    await this.pictures.keep(tx, publication, bulletin.pictures)
    const columns: ImportedAnswer['columns'] = []
    for (const column of bulletin.columns) {
      const articles: ImportedAnswer['columns'][number]['articles'] = []
      for (const one of column.articles) {
        articles.push({
          article: await this.articles.putIn(tx, {
            publication,
            content: one.content,
            snapshot: snapshot.id,
            by,
            provenance: one.provenance,
          }),
          title: one.content.title,
          source: one.content.source,
          sourceDate: one.content.sourceDate,
          lines: [one.lines[0], one.lines[1]],
        })
      }
      columns.push({ name: column.name, articles })
    }
    for (const { article } of columns.flatMap((column) => column.articles)) await this.articles.tellAdded(tx, article, { publication, by })
    const facts = { ...bulletin.facts, titleLines: [...bulletin.facts.titleLines], editors: [...bulletin.facts.editors] }
    return { snapshot: await this.snapshots.answer(snapshot, tx), facts, style: bulletin.style, columns, ...account(bulletin) }
  }
}

/** Where every line went, what is in doubt, what is damaged. */
export const account = ({ lines, doubts, damage }: BulletinImport): Pick<ImportedAnswer, 'lines' | 'doubts' | 'damage'> => ({
  lines: { ...lines, residue: [...lines.residue] },
  doubts: doubts.map(doubtAnswer),
  damage: { ...damage, substitutions: damage.substitutions.map((one) => ({ ...one })) },
})

export const doubtAnswer = ({ code, params, line }: Doubt): ImportedAnswer['doubts'][number] => ({
  code,
  params: { ...params },
  line,
  message: said(code, params),
})
