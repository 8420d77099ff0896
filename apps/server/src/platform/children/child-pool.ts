import type { Log } from '../log/log.js'
import { type ChildLimits, TaskChild } from './task-child.js'
import { Turns } from './turns.js'

export interface PoolOptions extends ChildLimits {
  /** The compiled program that serves the tasks. */
  readonly program: string
  /** How many work at once. */
  readonly size: number
  /** A child is replaced after so many tasks, or when it rests above so much memory: small leaks never grow up. */
  readonly recycleAfter: number
  readonly recycleAboveMb: number
  readonly log: Log
}

export interface RunOptions {
  readonly timeoutMs?: number
  readonly onProgress?: (value: unknown) => void
  /** Ends the task at once (the child is killed); the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** House: a 500-page issue is set in well under a minute; what takes longer than two hangs. */
const usualTimeoutMs = 120_000

/** Long-lived processes for layout, writing and reading of documents: a hanging or greedy one costs its own task and nothing else. */
export class ChildPool {
  private readonly idle: TaskChild[] = []
  private readonly all = new Set<TaskChild>()
  private readonly turns: Turns
  private closed = false

  constructor(private readonly options: PoolOptions) {
    this.turns = new Turns(options.size)
  }

  /**
   * Runs a task in a child. Refusals of the task are thrown as Refusals, its faults as faults; a ChildFault says time, memory or died.
   * Input, output and progress are copied between the processes: plain data and byte arrays.
   */
  async run<O>(task: string, input: unknown, { timeoutMs = usualTimeoutMs, onProgress = () => {}, signal }: RunOptions = {}): Promise<O> {
    await this.turns.take(signal)
    try {
      const child = this.take()
      return (await child.run({ task, input }, { timeoutMs, onProgress, signal }).finally(() => this.giveBack(child))) as O
    } finally {
      this.turns.give()
    }
  }

  get busy(): number {
    return this.turns.busy
  }

  get waiting(): number {
    return this.turns.waitingNow
  }

  /** Starts the children ahead of the first task. */
  warm(): void {
    while (this.idle.length + this.turns.busy < this.options.size) this.idle.push(this.begin())
  }

  /** Ends every child, at work or not. */
  close(): void {
    this.closed = true
    for (const child of this.all) child.kill()
  }

  private take(): TaskChild {
    if (this.closed) throw new Error('the pool of children is closed')
    for (let child = this.idle.pop(); child !== undefined; child = this.idle.pop()) if (child.alive) return child
    return this.begin()
  }

  private begin(): TaskChild {
    const child: TaskChild = new TaskChild(this.options.program, this.options, () => this.all.delete(child))
    this.all.add(child)
    child.rest()
    return child
  }

  private giveBack(child: TaskChild): void {
    if (!child.alive) return
    if (this.closed || child.done >= this.options.recycleAfter || child.residentMb() > this.options.recycleAboveMb) {
      this.options.log.debug({ done: child.done }, 'a child is replaced')
      child.kill()
      return
    }
    child.rest()
    this.idle.push(child)
  }
}
