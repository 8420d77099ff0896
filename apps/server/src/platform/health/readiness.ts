import { Injectable } from '@nestjs/common'

/** One thing the house cannot do without; throws, or answers a sentence for the log, when it is missing. */
export interface ReadyCheck {
  readonly name: string
  readonly check: () => Promise<void>
}

export interface ReadyAnswer {
  readonly ready: boolean
  readonly checks: Readonly<Record<string, 'ok' | 'failing'>>
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
    const results = await Promise.all(this.list.map(async ({ name, check }) => [name, (await holds(check)) ? 'ok' : 'failing'] as const))
    return { ready: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) }
  }
}

async function holds(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), patienceMs)
  })
  try {
    await Promise.race([check(), late])
    return true
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
