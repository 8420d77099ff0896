import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type IssueFindingAnswer, type IssueFindingList } from '#lib/editorial'
import type { IssueFinding } from '#lib/proof'
import { said } from '../platform/errors/said.js'
import { Proofreader } from '../proofs/proofreader.js'
import { publicationById } from '../publications/publications.service.js'
import { INTERNAL_SOURCE, type InternalFinding, internalFindings } from './internal-check.js'
import type { Issue } from './issue.entity.js'
import { issueById } from './issue-row.js'
import { columnNames, type PinnedContent, pinnedContents } from './pins.js'

/** What only the whole issue shows. */
@Injectable()
export class IssueProof {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proofreader: Proofreader,
  ) {}

  async findings(id: string): Promise<IssueFindingList> {
    const tx = this.dataSource.manager
    const issue = await issueById(tx, id)
    const { internal } = await publicationById(tx, issue.publication)
    const pins = await pinnedContents(tx, id)
    const contents = pins.map((pin) => pin.content)
    const names = await columnNames(tx, id)
    const together = await this.proofreader.readTogether({ contents, columns: pins.map((pin) => names[pin.column] ?? null) })
    const own = internal === null ? [] : internalFindings({ permit: internal.permit, printed: printedBy(issue) }, contents)
    return { issue: id, findings: [...own.map((one) => ownAnswer(one, pins)), ...together.map((one) => sharedAnswer(one, pins))] }
  }
}

const printedBy = ({ titleLines, editors, contact }: Issue): string[] => [...titleLines, ...editors, ...(contact === null ? [] : [contact])]

const placeOf = (pins: readonly PinnedContent[], at: number | null): Pick<IssueFindingAnswer, 'article' | 'articleTitle'> => ({
  article: at === null ? null : (pins[at]?.article ?? null),
  articleTitle: at === null ? null : (pins[at]?.title ?? null),
})

const ownAnswer = ({ rule, params, article, ...place }: InternalFinding, pins: readonly PinnedContent[]): IssueFindingAnswer => ({
  rule,
  severity: 'warn',
  ...placeOf(pins, article),
  ...place,
  message: said(`proof/${rule}`, params),
  source: INTERNAL_SOURCE,
})

const sharedAnswer = (one: IssueFinding, pins: readonly PinnedContent[]): IssueFindingAnswer => ({
  rule: one.rule,
  severity: one.severity,
  ...placeOf(pins, one.article),
  block: one.block,
  from: one.from,
  to: one.to,
  text: one.text,
  message: said(`proof/${one.rule}`, one.params),
  source: one.source,
})
