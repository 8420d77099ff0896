import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type Block, blockText, invalid, Refusal, type Roster } from '#lib/editorial'
import { type OutsideFinding, type OutsideSuggestion, sortSuggestions } from '#lib/proof'
import { ArticleVersion } from '../../articles/article-version.entity.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import type { Claim } from '../../sources/errands/errand.js'
import { Errands } from '../../sources/errands/errands.js'
import { RosterShelf } from '../roster/roster-shelf.js'
import { OutsideCheck } from './outside-check.entity.js'
import { outsideCheckErrand } from './outside-check-errand.js'
import { OutsideChecker } from './outside-checker.js'

/** House: what is shorter has nothing to correct, what is longer is no paragraph; a checker that fails three times running will fail on. */
const LIMITS = { shortest: 8, longest: 4000, running: 3 }

interface Read {
  readonly shown: readonly OutsideFinding[]
  readonly refused: number
  readonly unread: number
}

/** The job collect/outside-check: a version goes out paragraph by paragraph; what comes back is judged before anybody sees it. */
@Injectable()
export class OutsideCheckWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checker: OutsideChecker,
    private readonly shelf: RosterShelf,
    private readonly errands: Errands,
  ) {}

  async read(claim: Claim, signal: AbortSignal): Promise<void> {
    const tx = this.dataSource.manager
    const { article, version } = await tx.findOneByOrFail(OutsideCheck, { id: claim.id })
    const { content } = await tx.findOneByOrFail(ArticleVersion, { article, number: version })
    const { roster } = await this.shelf.of(tx, claim.publication)
    const { shown, refused, unread } = await this.readBlocks(content.blocks, namesIn(roster), signal)
    await inTransaction(this.dataSource, async (writing) => {
      if (!(await this.errands.hold(writing, outsideCheckErrand, claim))) return
      await writing.update(OutsideCheck, { id: claim.id }, { suggestions: shown as never, refused, unread })
      await this.errands.done(writing, outsideCheckErrand, claim)
    })
  }

  private async readBlocks(blocks: readonly Block[], names: readonly string[], signal: AbortSignal): Promise<Read> {
    const all = { shown: [] as OutsideFinding[], refused: 0, unread: 0 }
    let running = 0
    for (const [at, paragraph] of paragraphsOf(blocks)) {
      const answer = await this.askOnce(paragraph, signal)
      running = Array.isArray(answer) ? 0 : running + 1
      if (running === LIMITS.running) throw answer instanceof Refusal ? answer : invalid('checker/nonsense')
      if (!isAnswer(answer)) {
        all.unread += 1
        continue
      }
      const { shown, refused } = sortSuggestions(at, paragraph, answer, names)
      all.shown.push(...shown)
      all.refused += refused
    }
    return all
  }

  private async askOnce(paragraph: string, signal: AbortSignal): Promise<readonly OutsideSuggestion[] | Refusal | null> {
    try {
      return await this.checker.ask(paragraph, signal)
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
  }
}

const isAnswer = (answer: readonly OutsideSuggestion[] | Refusal | null): answer is readonly OutsideSuggestion[] => Array.isArray(answer)

/** Running text only: titles, headings, signatures and quotations are not sent. */
const paragraphsOf = (blocks: readonly Block[]): [number, string][] =>
  blocks.flatMap((block, at): [number, string][] => {
    const text = block.kind === 'paragraph' ? blockText(block) : ''
    return text.length >= LIMITS.shortest && text.length <= LIMITS.longest ? [[at, text]] : []
  })

/** What the unit knows by name, which no suggestion may touch. */
const namesIn = (roster: Roster): string[] =>
  roster.flatMap((entry) => [
    entry.name,
    ...(entry.kind === 'person' ? [entry.office] : []),
    ...(entry.kind === 'body' ? [entry.formerly] : []),
    ...(entry.kind === 'document' ? [entry.number] : []),
  ])
