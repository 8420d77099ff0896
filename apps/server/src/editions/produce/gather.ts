import { readFile, stat } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { Injectable } from '@nestjs/common'
import { type ArticleContent, invalid, type Picture } from '#lib/editorial'
import { Collector } from '../../articles/collector.js'
import { BulletinReader } from '../../sources/bulletin-reader.js'
import { PageCollector } from '../../sources/pages/page-collector.js'
import { picturesOf as shownPictures } from '../../sources/pictures.service.js'
import { gatherFolder, mediaTypeOf } from './gather-folder.js'
import { type Gathering, gatheredArticles } from './gathering.js'

/** Reads whatever an issue is made from, without storing anything. */
@Injectable()
export class Gatherer {
  constructor(
    private readonly collector: Collector,
    private readonly bulletins: BulletinReader,
    private readonly pages: PageCollector,
  ) {}

  /** A folder with issue.yaml, or one past bulletin. Refuses what is not there, not readable, or holds no article. */
  async gather(input: string): Promise<Gathering> {
    const path = resolve(input)
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) throw invalid('produce/no-such-input', { path: input })
    const name = basename(path, found.isDirectory() ? '' : extname(path))
    const gathering = found.isDirectory()
      ? await gatherFolder(path, name, { files: this.collector, pages: this.pages })
      : await this.gatherBulletin(path, name)
    if (gatheredArticles(gathering).length === 0) throw invalid('produce/no-articles', { input })
    return gathering
  }

  private async gatherBulletin(path: string, name: string): Promise<Gathering> {
    const fileName = basename(path)
    const mediaType = mediaTypeOf(fileName)
    const bytes = await readFile(path)
    const { facts, columns, style, lines, doubts, damage, pictures } = await this.bulletins.read({
      bytes,
      name: fileName,
      mediaType,
      url: null,
    })
    return {
      name,
      style,
      facts,
      columns: columns.map((column) => ({
        name: column.name,
        articles: column.articles.map((one) => ({
          content: one.content,
          pictures: picturesOf(one.content, pictures),
          original: null,
          lines: one.lines,
          warnings: one.warnings,
        })),
      })),
      original: { bytes, name: fileName, mediaType, origin: 'bulletin', url: null },
      bulletin: { lines, doubts, damage },
    }
  }
}

/** Those of the bulletin's pictures that one article shows. */
function picturesOf(content: ArticleContent, all: readonly Picture[]): Picture[] {
  const shown = new Set(shownPictures(content).map((image) => image.sha256))
  return all.filter((picture) => shown.has(picture.ref.sha256))
}
