import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { MoveFacts } from '#lib/editorial'
import type { Issue } from '../issues/issue.entity.js'
import { MoveBook, type MoveOutcome, type Moving } from '../issues/move-book.js'
import { approvalRecords } from '../reviews/approval-records.js'
import { Edition } from './edition.entity.js'
import { EditionFileRow } from './edition-file.entity.js'
import { RenderDesk } from './render-desk.js'

/** What each move of an issue means for its files: a wish to the press, a release that fixes who approved, a recall that marks the files. */
@Injectable()
export class EditionMoves {
  constructor(
    book: MoveBook,
    private readonly desk: RenderDesk,
  ) {
    book.addFacts((tx, issue) => this.facts(tx, issue))
    book.addEffect('render', (tx, moving) => this.render(tx, moving))
    book.addEffect('finish-render', async () => ({}))
    book.addEffect('release', (tx, moving) => this.release(tx, moving))
    book.addEffect('recall', (tx, moving) => this.recall(tx, moving))
  }

  private async facts(tx: EntityManager, issue: Issue): Promise<Partial<MoveFacts>> {
    const edition = await editionOf(tx, issue)
    if (edition === null) return { filesMade: [] }
    const files = await tx.findBy(EditionFileRow, { edition: edition.id })
    return { filesMade: files.map((file) => file.format) }
  }

  private async render(tx: EntityManager, { issue, mover }: Moving): Promise<MoveOutcome> {
    const render = await this.desk.wish(tx, issue, { purpose: 'release', by: mover.person })
    return { detail: { render: render.id } }
  }

  /** The edition released before is superseded in the same moment. */
  private async release(tx: EntityManager, { issue, mover }: Moving): Promise<MoveOutcome> {
    const edition = await madeEdition(tx, issue)
    await tx.update(Edition, { issue: issue.id, state: 'released' }, { state: 'superseded' })
    const approvals = await approvalRecords(tx, issue.id)
    await tx.update(
      Edition,
      { id: edition.id, state: 'made' },
      { state: 'released', releasedAt: () => 'now()', releasedBy: mover.person, approvals },
    )
    return { detail: { edition: edition.id, number: edition.number, contentHash: edition.contentHash } }
  }

  private async recall(tx: EntityManager, { issue, mover }: Moving): Promise<MoveOutcome> {
    const edition = await madeEdition(tx, issue)
    await tx.update(
      Edition,
      { id: edition.id, state: 'released' },
      { state: 'recalled', recalledAt: () => 'now()', recallReason: mover.reason },
    )
    return { detail: { edition: edition.id, number: edition.number } }
  }
}

const editionOf = async (tx: EntityManager, issue: Issue): Promise<Edition | null> =>
  issue.contentHash === null ? null : tx.findOneBy(Edition, { issue: issue.id, purpose: 'release', contentHash: issue.contentHash })

async function madeEdition(tx: EntityManager, issue: Issue): Promise<Edition> {
  const edition = await editionOf(tx, issue)
  if (edition === null) throw new Error('an issue was released without its edition')
  return edition
}
