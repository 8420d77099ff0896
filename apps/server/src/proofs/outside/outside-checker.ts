import { Inject, Injectable } from '@nestjs/common'
import { conflict, invalid, Refusal } from '#lib/editorial'
import { type OutsideSuggestion, outsideQuestion, suggestionsIn } from '#lib/proof'
import { type CheckerConfig } from '../../platform/config/checker-config.js'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { Outside } from '../../sources/outside/outside.js'

/** House: a model on one's own machine takes some seconds for a paragraph; corrections of one fit a hundred times into a quarter of a megabyte. */
const LIMITS = { ms: 30_000, bytes: 256 * 1024 }

/** Speaks to the checker outside, where the administrator named one. */
@Injectable()
export class OutsideChecker {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outside: Outside,
  ) {}

  /** Whether the house has one. */
  get there(): boolean {
    return this.config.checker !== null
  }

  /** Refuses: a house without a checker. */
  get given(): CheckerConfig {
    if (this.config.checker === null) throw conflict('checker/off')
    return this.config.checker
  }

  /** What it suggests for one paragraph; null for an answer that is none. Refuses: no answer in time, too large a one, an error. */
  async ask(paragraph: string, signal: AbortSignal): Promise<readonly OutsideSuggestion[] | null> {
    const { url, key, model } = this.given
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    }
    try {
      const answer = await this.outside.ask(url, JSON.stringify(outsideQuestion(paragraph, model)), { headers, signal, ...LIMITS })
      return suggestionsIn(Buffer.from(answer).toString('utf8'))
    } catch (error) {
      throw error instanceof Refusal ? invalid('checker/no-answer', { reason: error.code }) : error
    }
  }
}
