import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Actor, type Hindrance, type IssueAnswer, type IssueLine, type PlacedArticle } from '#lib/editorial'
import { personNames } from '../people/person-names.js'
import { said } from '../platform/errors/said.js'
import type { Publication } from '../publications/publication.entity.js'
import { publicationById } from '../publications/publications.service.js'
import type { Issue } from './issue.entity.js'
import { IssueMover } from './issue-mover.js'
import { issueName } from './issue-row.js'
import { MoveBook } from './move-book.js'
import { numberDoubts } from './numbers.js'
import { columnNames, type Pin, pinsOf } from './pins.js'

/** An issue as the desk sees it, with what the asking person may do. */
@Injectable()
export class IssueAnswers {
  constructor(
    private readonly mover: IssueMover,
    private readonly book: MoveBook,
  ) {}

  async answer(tx: EntityManager, issue: Issue, actor: Actor): Promise<IssueAnswer> {
    const publication = await publicationById(tx, issue.publication)
    const pins = await pinsOf(tx, issue.id)
    const nameOf = await personNames(tx, [issue.madeBy])
    const columns = await columnNames(tx, issue.id)
    const doubts = await numberDoubts(tx, { publication: issue.publication, rule: publication.numbering }, issue)
    return {
      ...issueLine(publication, issue, { articles: pins.length, characters: pins.reduce((sum, pin) => sum + pin.characters, 0) }),
      stages: ((await this.book.facts(tx, issue)).stages ?? publication.stages).map((stage) => stage.name),
      titleLines: issue.titleLines,
      editors: issue.editors,
      contact: issue.contact,
      columns: columns.map((name, at) => ({ name, articles: pins.filter((pin) => pin.column === at).map(placedArticle) })),
      contentHash: issue.contentHash,
      moves: (await this.mover.possible(tx, issue, actor)).map(({ move, hindrances }) => ({ move, hindrances: hindrances.map(spoken) })),
      warnings: doubts.map((code) => ({ code, message: said(code) })),
      madeBy: nameOf(issue.madeBy),
      madeAt: issue.madeAt.toISOString(),
    }
  }
}

const spoken = ({ code, params }: Hindrance): { code: string; message: string } => ({
  code,
  message: said(code, params),
})

const placedArticle = (pin: Pin): PlacedArticle => ({
  article: pin.article,
  version: pin.version,
  title: pin.title,
  source: pin.source,
  characters: pin.characters,
  newer: pin.newest > pin.version ? pin.newest : null,
})

export const issueLine = (publication: Publication, issue: Issue, counts: { articles: number; characters: number }): IssueLine => ({
  id: issue.id,
  publication: issue.publication,
  name: issueName(publication, issue),
  year: issue.year,
  number: issue.number,
  totalNumber: issue.totalNumber,
  date: issue.date,
  state: issue.state,
  stage: issue.stage,
  stages: publication.stages.map((stage) => stage.name),
  edition: issue.edition,
  version: issue.version,
  ...counts,
})
