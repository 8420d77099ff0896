import { articlesInOrder, contentHash, type Manifest, type PressOrder } from '#lib/editorial'
import type { StoredFile } from '../platform/files/file-store.js'
import { houseVersion } from '../platform/project-root.js'
import { picturesIn } from './press.js'
import type { PressResult } from './press-result.js'
import type { Render } from './render.entity.js'

export interface Printed {
  readonly render: Pick<Render, 'issueName' | 'purpose' | 'contentHash' | 'pins'>
  readonly order: PressOrder
  readonly result: PressResult
  /** The stored files, in the order of the result's. */
  readonly stored: readonly StoredFile[]
}

/** Says what is in an edition: the order, where each article came from and landed, and the files. */
export function manifestOf(printed: Printed): Manifest {
  const { render, order } = printed
  const { publication, publisher, year, number, totalNumber, date } = order.issue
  return {
    format: 1,
    bianyin: houseVersion(),
    node: process.versions.node,
    name: render.issueName,
    purpose: render.purpose,
    edition: order.edition,
    contentHash: render.contentHash,
    review: render.purpose === 'release' ? 'passed' : 'none',
    issue: { publication, publisher, year, number, totalNumber, date },
    style: { name: order.style, sha256: contentHash(order.template) },
    faces: order.faces.map(({ id, role, sha256 }) => ({ id, role, sha256 })),
    pictures: picturesIn(order),
    articles: articlesOf(printed),
    files: filesOf(printed),
  }
}

function articlesOf({ render, order, result }: Printed): Manifest['articles'] {
  return articlesInOrder(order.issue).map(({ column, article }, at) => {
    const pin = render.pins[at]
    const place = result.places[at]
    if (pin === undefined || place === undefined) throw new Error(`article ${at + 1} of the order was not printed`)
    return {
      column: column.name,
      title: article.title,
      source: article.source,
      sourceDate: article.sourceDate,
      url: article.url,
      documentNumber: article.documentNumber,
      contentHash: contentHash(article),
      article: pin.article,
      version: pin.version,
      snapshotSha256: pin.snapshotSha256,
      ...place,
    }
  })
}

function filesOf({ render, result, stored }: Printed): Manifest['files'] {
  return result.files.map(({ format }, at) => {
    const file = stored[at]
    if (file === undefined) throw new Error(`the ${format} was not stored`)
    return { format, name: fileName(render, format), bytes: file.bytes, sha256: file.sha256, pages: format === 'pdf' ? result.pages : null }
  })
}

/** 规划与决策2024年第10期（总第20期）.pdf; a draft says so. */
const fileName = ({ issueName, purpose }: Pick<Render, 'issueName' | 'purpose'>, format: string): string =>
  `${issueName}${purpose === 'draft' ? '（草稿）' : ''}.${format}`
