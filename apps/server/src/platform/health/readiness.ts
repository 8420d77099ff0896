import { Injectable } from '@nestjs/common'
import { within } from '../clock.js'

/** One thing the house cannot do without; throws when it is missing, answers “degraded” when it soon will be. */
export interface ReadyCheck {
  readonly name: string
  readonly check: () => Promise<unknown>
}

export type CheckState = 'ok' | 'degraded' | 'failing'

export interface ReadyAnswer {
  readonly ready: boolean
  readonly checks: Readonly<Record<string, CheckState>>
}

const patienceMs = 3000

/** Everything that must be there before work is taken. Features add theirs. */
@Injectable()
export class Readiness {
  private readonly list: ReadyCheck[] = []

  add(check: ReadyCheck): void {
    this.list.push(check)
  }

  async ask(): Promise<ReadyAnswer> {
    const results = await Promise.all(this.list.map(async ({ name, check }) => [name, await stateOf(check)] as const))
    return { ready: results.every(([, result]) => result !== 'failing'), checks: Object.fromEntries(results) }
  }
}

async function stateOf(check: ReadyCheck['check']): Promise<CheckState> {
  try {
    return (await within(patienceMs, check())) === 'degraded' ? 'degraded' : 'ok'
  } catch {
    return 'failing'
  }
}
