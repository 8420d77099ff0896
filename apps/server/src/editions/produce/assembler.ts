import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type ArrangementRequest, conflict, formatIssueNumber, type NumberingRule, wholeDate } from '#lib/editorial'
import { Issue } from '../../issues/issue.entity.js'
import { IssueEditor } from '../../issues/issue-editor.js'
import { heldIssue } from '../../issues/issue-row.js'
import { pinsOf } from '../../issues/pins.js'
import { PressOrders } from '../../issues/press-orders.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { Publication } from '../../publications/publication.entity.js'
import { PublicationsService } from '../../publications/publications.service.js'
import type { Render } from '../render.entity.js'
import { RendersService } from '../renders.service.js'
import { GatheredStore } from './gathered-store.js'
import type { GatheredFacts, Gathering } from './gathering.js'
import { USUAL_STYLE } from './usual-style.js'

/** Makes an issue of what was gathered, and asks the press for it: publication, originals, articles, order and wish come true together or not at all. */
@Injectable()
export class Assembler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly publications: PublicationsService,
    private readonly store: GatheredStore,
    private readonly editor: IssueEditor,
    private readonly orders: PressOrders,
    private readonly renders: RendersService,
  ) {}

  /** Refuses: an unknown style, a number that a reviewed or hand-made issue has. */
  async assemble(gathering: Gathering, style: string | null): Promise<Render> {
    const stored = await this.store.putBytes(gathering)
    return inTransaction(this.dataSource, async (tx) => {
      const publication = await this.publication(tx, gathering, style)
      const ids = await this.store.keep(tx, publication.id, gathering, stored)
      const made = await this.issue(tx, publication, gathering.facts)
      const issue = await this.editor.arrangeIn(tx, made, await arrangement(tx, made, gathering, ids), null)
      const { publication: name, publisher, date } = gathering.facts
      const dress = {
        style: style ?? gathering.style ?? publication.style,
        numbering: publication.numbering,
        masthead: { publication: name, publisher, date },
      }
      const contentHash = await this.orders.keep(await this.orders.assembleIn(tx, issue, dress))
      return this.renders.requestIn(tx, issue.id, {
        purpose: 'unreviewed',
        by: null,
        special: { contentHash, name: bulletinName(gathering, publication.numbering) },
      })
    })
  }

  /** One of that name, or a new one; an input without a name lends its own to the row, never to the pages. */
  private async publication(tx: EntityManager, gathering: Gathering, style: string | null): Promise<Publication> {
    const name = gathering.facts.publication ?? gathering.name
    const known = await tx.findOneBy(Publication, { name })
    if (known !== null) return known
    return this.publications.addIn(tx, { name, publisher: gathering.facts.publisher, style: style ?? gathering.style ?? USUAL_STYLE }, null)
  }

  /** A new draft, or the one this command made before under the same number. */
  private async issue(tx: EntityManager, publication: Publication, facts: GatheredFacts): Promise<Issue> {
    const { year, number, totalNumber, titleLines, editors, contact } = facts
    const known = year === null || number === null ? null : await tx.findOneBy(Issue, { publication: publication.id, year, number })
    if (known !== null && (known.state !== 'draft' || known.madeBy !== null))
      throw conflict('issue/number-taken', { year: year ?? 0, number: number ?? 0 })
    const rest = { date: wholeDate.safeParse(facts.date).data ?? null, titleLines: [...titleLines], editors: [...editors], contact }
    if (known !== null) return this.editor.changeIn(tx, await heldIssue(tx, known.id), rest, null)
    const numbered = year === null || number === null ? { unnumbered: true } : { year, number, totalNumber }
    return this.editor.addIn(tx, publication.id, { ...numbered, ...rest }, null)
  }
}

/** The articles in their columns; what stood in the issue before makes room. */
async function arrangement(tx: EntityManager, issue: Issue, gathering: Gathering, ids: readonly string[]): Promise<ArrangementRequest> {
  const removed = (await pinsOf(tx, issue.id)).map((pin) => pin.article)
  let next = 0
  const columns = gathering.columns.map(({ name, articles }) => ({
    name,
    articles: articles.map(() => {
      const article = ids[next]
      next += 1
      if (article === undefined) throw new Error('fewer articles were kept than gathered')
      return { article, version: 1 }
    }),
  }))
  return { columns, removed }
}

/** 规划与决策2024年第10期（总第20期）, or the input's own name where the issue has none. Signs no file name may hold become a space. */
export function bulletinName({ facts, name }: Pick<Gathering, 'facts' | 'name'>, rule: NumberingRule): string {
  if (facts.publication === null || facts.year === null || facts.number === null) return name
  return `${facts.publication}${formatIssueNumber(rule, facts)}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()
}
