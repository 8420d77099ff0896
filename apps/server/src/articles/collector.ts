import { rm } from 'node:fs/promises'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type ArticleContent, articleContent, type CollectedAnswer, invalid, type Manuscript, type PasteRequest } from '#lib/editorial'
import { actOnce, type Once } from '../people/once.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { said } from '../platform/errors/said.js'
import { FILES, type FileStore, type StoredFile } from '../platform/files/file-store.js'
import { PicturesService } from '../sources/pictures.service.js'
import { SnapshotsService, type Taken } from '../sources/snapshots.service.js'
import { SourceReader, type UnreadSource } from '../sources/source-reader.js'
import { ArticlesService } from './articles.service.js'

/** A file on the disk that nobody owns yet. */
export interface LooseFile {
  readonly path: string
  readonly name: string
  readonly mediaType: string
}

/** A file in the store, with what is known of it. */
export interface KeptFile {
  readonly file: StoredFile
  readonly name: string
  readonly mediaType: string
  readonly url: string | null
}

export interface Bringer {
  readonly publication: string
  readonly by: string | null
  readonly once?: Once | undefined
}

const kinds: Readonly<Record<PasteRequest['kind'], { mediaType: string; ending: string }>> = {
  text: { mediaType: 'text/plain', ending: '.txt' },
  markdown: { mediaType: 'text/markdown', ending: '.md' },
  html: { mediaType: 'text/html', ending: '.html' },
}

/** From a source to articles: read first, in a guarded child; only what could be read is kept, the original and the articles together. */
@Injectable()
export class Collector {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FILES) private readonly files: FileStore,
    private readonly reader: SourceReader,
    private readonly snapshots: SnapshotsService,
    private readonly pictures: PicturesService,
    private readonly articles: ArticlesService,
  ) {}

  async takePaste(paste: PasteRequest, bringer: Bringer): Promise<CollectedAnswer> {
    const { mediaType, ending } = kinds[paste.kind]
    const bytes = Buffer.from(paste.text, 'utf8')
    const name = paste.name ?? `粘贴${ending}`
    const url = paste.url ?? null
    const manuscripts = await this.readFit({ bytes, name: name.includes('.') ? name : name + ending, mediaType, url })
    return this.keep(manuscripts, await this.files.put(bytes), { name, mediaType, url, origin: 'paste' }, bringer)
  }

  /** The file is taken over or removed, whatever happens. */
  async takeFile(file: LooseFile, bringer: Bringer, origin: Taken['origin'] = 'upload'): Promise<CollectedAnswer> {
    try {
      const manuscripts = await this.readFit({ path: file.path, name: file.name, mediaType: file.mediaType, url: null })
      const stored = await this.files.putFile(file.path)
      return await this.keep(manuscripts, stored, { name: file.name, mediaType: file.mediaType, url: null, origin }, bringer)
    } finally {
      await rm(file.path, { force: true })
    }
  }

  /** A file the house keeps already, read as if it had been uploaded; what the reader leaves open is taken from the page that offered it. */
  async takeKept(kept: KeptFile, page: Pick<ArticleContent, 'source' | 'sourceDate'>, bringer: Bringer): Promise<CollectedAnswer> {
    const { name, mediaType, url, file } = kept
    const read = await this.readFit({ path: await this.files.local(file.sha256), name, mediaType, url })
    const manuscripts = read.map((one) => withPage(one, page, url))
    return this.keep(manuscripts, file, { name, mediaType, url, origin: url === null ? 'upload' : 'web' }, bringer)
  }

  /** Manuscripts that every room can take; refuses what no article can hold, naming the place. */
  async readFit(source: UnreadSource): Promise<readonly Manuscript[]> {
    const manuscripts = await this.reader.read(source)
    for (const { content } of manuscripts) {
      const flaw = articleContent.safeParse(content).error?.issues[0]
      if (flaw !== undefined)
        throw invalid('source/does-not-fit', { name: source.name, place: flaw.path.map(String).join('.'), reason: flaw.message })
    }
    return manuscripts
  }

  private async keep(
    manuscripts: readonly Manuscript[],
    file: StoredFile,
    about: Pick<Taken, 'name' | 'mediaType' | 'url' | 'origin'>,
    { publication, by, once }: Bringer,
  ): Promise<CollectedAnswer> {
    await this.pictures.store(manuscripts.flatMap((one) => one.pictures))
    const asked = once === undefined ? undefined : { ...once, requestHash: `${once.requestHash} ${file.sha256}` }
    return inTransaction(this.dataSource, (tx) =>
      actOnce(tx, asked, async () => {
        const offered = manuscripts.flatMap((one) => one.offered)
        const snapshot = await this.snapshots.keep(tx, { publication, file, by, offered, ...about })
        const articles: CollectedAnswer['articles'] = []
        for (const one of manuscripts) {
          await this.pictures.keep(tx, publication, one.pictures)
          articles.push(
            await this.articles.addIn(tx, { publication, content: one.content, snapshot: snapshot.id, by, provenance: one.provenance }),
          )
        }
        return { snapshot: await this.snapshots.answer(snapshot, tx), articles, ...notes(manuscripts) }
      }),
    )
  }
}

function withPage(read: Manuscript, { source, sourceDate }: Pick<ArticleContent, 'source' | 'sourceDate'>, url: string | null): Manuscript {
  const lent = read.content.source === null && read.content.documentNumber === null && source !== null
  const content = {
    ...read.content,
    url: read.content.url ?? url,
    ...(lent ? { source, sourceDate: read.content.sourceDate ?? sourceDate } : {}),
  }
  return { ...read, content, provenance: [...read.provenance, ...(lent ? [{ field: 'source' as const, from: FROM_PAGE }] : [])] }
}

/** Where a field was read that the file itself leaves open. */
const FROM_PAGE = '附有该文件的网页'

const notes = (manuscripts: readonly Manuscript[]): Pick<CollectedAnswer, 'warnings' | 'provenance'> => ({
  warnings: manuscripts.flatMap((one, article) =>
    one.warnings.map((warning) => ({
      ...warning,
      params: { ...warning.params },
      article,
      message: said(warning.code, warning.params),
    })),
  ),
  provenance: manuscripts.flatMap((one) => one.provenance.map(({ field, from }) => ({ field, from }))),
})
