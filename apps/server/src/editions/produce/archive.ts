import { randomUUID } from 'node:crypto'
import { copyFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type ImportedAnswer, invalid } from '#lib/editorial'
import type { BulletinImport } from '#lib/ingest'
import { BulletinImporter } from '../../articles/bulletin-importer.js'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { Publication } from '../../publications/publication.entity.js'
import { PublicationsService } from '../../publications/publications.service.js'
import { mediaTypeOf } from './gather-folder.js'
import { USUAL_STYLE } from './usual-style.js'

export interface Archived {
  readonly publication: string
  readonly imported: ImportedAnswer
}

/** Past bulletins into the archive from the command line: into the publication named, or the one the cover names. */
@Injectable()
export class Archive {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly importer: BulletinImporter,
    private readonly publications: PublicationsService,
  ) {}

  /** Refuses: what is not there or not readable, and a bulletin that names no publication when none is given. */
  async import(input: string, publication: string | null): Promise<Archived> {
    const path = resolve(input)
    const found = await stat(path).catch(() => undefined)
    if (found === undefined || !found.isFile()) throw invalid('produce/no-such-input', { path: input })
    const copy = join(this.config.filesDir, 'unfinished', `import-${randomUUID()}`)
    await copyFile(path, copy)
    const name = basename(path)
    let into = ''
    const choose = async (tx: EntityManager, bulletin: BulletinImport): Promise<string> => {
      const chosen = await this.publicationFor(tx, bulletin, publication)
      into = chosen.name
      return chosen.id
    }
    const imported = await this.importer.take({ path: copy, name, mediaType: mediaTypeOf(name) }, { publication: choose, by: null })
    return { publication: into, imported }
  }

  private async publicationFor(tx: EntityManager, { facts, style }: BulletinImport, given: string | null): Promise<Publication> {
    const name = given ?? facts.publication
    if (name === null) throw invalid('import/which-publication')
    const known = await tx.findOneBy(Publication, { name })
    return known ?? this.publications.addIn(tx, { name, publisher: facts.publisher, style: style ?? USUAL_STYLE }, null)
  }
}
