import { readFile, rm } from 'node:fs/promises'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, In } from 'typeorm'
import { type ArticleContent, type ImageRef, imageRefShape, invalid, missing, type Picture, sha256Hex } from '#lib/editorial'
import { imageSize } from '#lib/ingest'
import { AuditLog } from '../platform/audit/audit-log.js'
import { inTransaction } from '../platform/database/in-transaction.js'
import { FILES, type FileStore } from '../platform/files/file-store.js'
import { StoredPicture } from './picture.entity.js'

/** The pictures of a publication, each once. An article may show only these: a hash seen elsewhere opens nothing. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FILES) private readonly files: FileStore,
    private readonly audit: AuditLog,
  ) {}

  /** Puts the bytes on the disk; call before the transaction that keeps them. */
  async store(pictures: readonly Picture[]): Promise<void> {
    for (const { bytes } of pictures) await this.files.put(bytes)
  }

  async keep(tx: EntityManager, publication: string, pictures: readonly Picture[]): Promise<void> {
    const rows = pictures.map(({ ref, bytes }) => ({ publication, ...ref, bytes: bytes.byteLength }))
    if (rows.length > 0) await tx.createQueryBuilder().insert().into(StoredPicture).values(rows).orIgnore().execute()
  }

  /** Takes over an uploaded file. Refuses what is no PNG or JPEG, and pictures too large to print. */
  async add(publication: string, path: string, by: string): Promise<ImageRef> {
    try {
      const bytes = await readFile(path)
      const size = imageSize(bytes)
      if (size === null) throw invalid('source/picture-type')
      const ref = { sha256: sha256Hex(bytes), ...size }
      if (!imageRefShape.safeParse(ref).success) throw invalid('source/picture-too-large')
      await this.files.putFile(path)
      await inTransaction(this.dataSource, async (tx) => {
        await this.keep(tx, publication, [{ ref, bytes }])
        await this.audit.record(tx, { person: by, act: 'add picture', object: 'picture', objectId: ref.sha256, publication })
      })
      return ref
    } finally {
      await rm(path, { force: true })
    }
  }

  /** Lets another publication show the pictures of a text too. */
  async share(tx: EntityManager, content: ArticleContent, from: string, to: string): Promise<void> {
    await tx.query(
      `INSERT INTO pictures (publication, sha256, media_type, width, height, bytes)
       SELECT $2, sha256, media_type, width, height, bytes FROM pictures WHERE publication = $1 AND sha256 = ANY($3::text[]) ON CONFLICT DO NOTHING`,
      [from, to, picturesOf(content).map((one) => one.sha256)],
    )
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
