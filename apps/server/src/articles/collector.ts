import { rm } from 'node:fs/promises'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { articleContent, type CollectedAnswer, invalid, type Manuscript, messageText, type PasteRequest } from '#lib/editorial'
import { actOnce, type Once } from '../people/once.js'
import { inTransaction } from '../platform/database/in-transaction.js'
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
        const snapshot = await this.snapshots.keep(tx, { publication, file, by, ...about })
        const articles: CollectedAnswer['articles'] = []
        for (const one of manuscripts) {
          await this.pictures.keep(tx, publication, one.pictures)
          articles.push(await this.articles.addIn(tx, { publication, content: one.content, snapshot: snapshot.id, by }))
        }
        return { snapshot: await this.snapshots.answer(snapshot, tx), articles, ...notes(manuscripts) }
      }),
    )
  }
}

const notes = (manuscripts: readonly Manuscript[]): Pick<CollectedAnswer, 'warnings' | 'provenance'> => ({
  warnings: manuscripts.flatMap((one, article) =>
    one.warnings.map((warning) => ({
      ...warning,
      params: { ...warning.params },
      article,
      message: messageText(warning.code, warning.params),
    })),
  ),
  provenance: manuscripts.flatMap((one) => one.provenance.map(({ field, from }) => ({ field, from }))),
})
