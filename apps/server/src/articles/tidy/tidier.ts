import { Injectable } from '@nestjs/common'
import { type Language, messageText, type TidyAnswer, type TidyRequest } from '#lib/editorial'
import { ChildPool } from '../../platform/children/child-pool.js'
import type { TidiedBody } from './tidy-task.js'

export const tidyTask = 'tidy-body'

/** House: the editor waits with the sheet before them; the longest body allowed takes a second or two. */
const PATIENCE_MS = 20_000

/** Tidies what stands on a sheet, in the child pool; nothing is kept. */
@Injectable()
export class Tidier {
  constructor(private readonly children: ChildPool) {}

  async tidy(request: TidyRequest, language: Language): Promise<TidyAnswer> {
    const { blocks, changes } = await this.children.run<TidiedBody>(tidyTask, request, { timeoutMs: PATIENCE_MS })
    return {
      blocks,
      changes: changes.map(({ codes, places, ...change }) => ({
        ...change,
        places: [...places],
        kinds: codes.map((code) => ({ code, message: messageText(code, {}, language) })),
      })),
    }
  }
}
