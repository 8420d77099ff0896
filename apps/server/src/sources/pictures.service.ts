import { Inject, Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { type ArticleContent, type ImageRef, invalid, missing, type Picture } from '#lib/editorial'
import { FILES, type FileStore } from '../platform/files/file-store.js'
import { StoredPicture } from './picture.entity.js'

/** The pictures of a publication, each once. An article may show only these: a hash seen elsewhere opens nothing. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  /** Puts the bytes on the disk; call before the transaction that keeps them. */
  async store(pictures: readonly Picture[]): Promise<void> {
    for (const { bytes } of pictures) await this.files.put(bytes)
  }

  async keep(tx: EntityManager, publication: string, pictures: readonly Picture[]): Promise<void> {
    const rows = pictures.map(({ ref, bytes }) => ({ publication, ...ref, bytes: bytes.byteLength }))
    if (rows.length > 0) await tx.createQueryBuilder().insert().into(StoredPicture).values(rows).orIgnore().execute()
  }

  async find(publication: string, sha256: string): Promise<StoredPicture> {
    const picture = await this.dataSource.manager.findOneBy(StoredPicture, { publication, sha256 })
    if (picture === null) throw missing('source/picture-missing')
    return picture
  }

  /** Refuses an article that shows a picture the publication does not have, or gives it another type or size. */
  async check(tx: EntityManager, publication: string, content: ArticleContent): Promise<void> {
    const shown = picturesOf(content)
    if (shown.length === 0) return
    const known = await tx.findBy(StoredPicture, { publication, sha256: In(shown.map((one) => one.sha256)) })
    for (const image of shown) {
      const stored = known.find((one) => one.sha256 === image.sha256)
      if (stored === undefined) throw invalid('source/picture-missing')
      if (stored.width !== image.width || stored.height !== image.height || stored.mediaType !== image.mediaType)
        throw invalid('source/picture-differs')
    }
  }
}

/** Every picture an article shows. */
export const picturesOf = (content: ArticleContent): ImageRef[] =>
  content.blocks.flatMap((block) => (block.kind === 'figure' ? [block.image] : []))
