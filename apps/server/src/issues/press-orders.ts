import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type IssueContent, type Masthead, type NumberingRule, orderText, type PressOrder } from '#lib/editorial'
import { FILES, type FileStore } from '../platform/files/file-store.js'
import { publicationById } from '../publications/publications.service.js'
import { TemplateShelf } from '../publications/template-shelf.js'
import { FaceShelf } from './face-shelf.js'
import type { Issue } from './issue.entity.js'
import { columnNames, pinnedContents } from './pins.js'

export interface Dress {
  readonly style: string
  readonly numbering: NumberingRule
  /** Replaces facts of the issue. */
  readonly masthead: Masthead & Partial<Pick<IssueContent, 'date'>>
}

/** Puts an issue together as the press receives it, and keeps such orders by their hash. */
@Injectable()
export class PressOrders {
  constructor(
    private readonly templates: TemplateShelf,
    private readonly faces: FaceShelf,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  /** The order as the issue stands now: pinned versions, today's template and faces. The publication's own numbering goes before the template's. */
  async assemble(tx: EntityManager, issue: Issue): Promise<PressOrder> {
    const { style, numbering, name, publisher } = await publicationById(tx, issue.publication)
    return this.assembleIn(tx, issue, { style, numbering, masthead: { publication: name, publisher } })
  }

  /** The same in a style and under a masthead of its own: what an input does not say stays unsaid. */
  async assembleIn(tx: EntityManager, issue: Issue, { style, numbering, masthead }: Dress): Promise<PressOrder> {
    const template = { ...(this.templates.find(style).json as object), numbering }
    return {
      format: 1,
      edition: issue.edition,
      style,
      template,
      faces: await this.faces.list(),
      issue: { ...(await issueContent(tx, issue)), ...masthead },
    }
  }

  /** Keeps the order; its file is named by the content hash itself. */
  async keep(order: PressOrder): Promise<string> {
    const { sha256 } = await this.files.put(Buffer.from(orderText(order), 'utf8'))
    return sha256
  }

  async read(contentHash: string): Promise<PressOrder> {
    return JSON.parse((await this.files.read(contentHash)).toString('utf8')) as PressOrder
  }
}

async function issueContent(tx: EntityManager, issue: Issue): Promise<Omit<IssueContent, keyof Masthead>> {
  const pins = await pinnedContents(tx, issue.id)
  const columns = (await columnNames(tx, issue.id)).map((column, at) => ({
    name: column,
    articles: pins.filter((pin) => pin.column === at).map((pin) => pin.content),
  }))
  return {
    year: issue.year,
    number: issue.number,
    totalNumber: issue.totalNumber,
    date: issue.date,
    titleLines: issue.titleLines,
    editors: issue.editors,
    contact: issue.contact,
    columns: columns.filter((column) => column.articles.length > 0),
  }
}
