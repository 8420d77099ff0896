import type { ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'
import { Refusal } from '#lib/editorial'
import { elapsedMs } from '../clock.js'
import { residentMb } from './child-memory.js'
import { forkChild } from './fork-child.js'
import { ChildFault, type TaskOrder, type TaskReport } from './messages.js'

export interface ChildLimits {
  /** JavaScript heap. */
  readonly heapMb: number
  /** Everything together, buffers included. */
  readonly residentMb: number
}

export interface OrderLimits {
  readonly timeoutMs: number
  readonly onProgress: (value: unknown) => void
  readonly signal?: AbortSignal | undefined
}

const watchEveryMs = 200
/** How much of what a dying child said is kept. */
const lastWordsLength = 4000

/** One forked process that does one task at a time under limits, and is killed when it breaks them. */
export class TaskChild {
  done = 0
  private readonly process: ChildProcess
  private dead = false
  private lastWords = ''

  constructor(
    program: string,
    private readonly limits: ChildLimits,
    onEnd: () => void,
  ) {
    this.process = forkChild(program, limits.heapMb)
    const end = (): void => {
      this.dead = true
      onEnd()
    }
    this.process.once('exit', end).once('error', end)
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-lastWordsLength)
    })
  }

  get alive(): boolean {
    return !this.dead
  }

  get pid(): number | undefined {
    return this.process.pid
  }

  kill(): void {
    this.dead = true
    this.process.kill('SIGKILL')
  }

  /** Lets an idle child not keep the parent from ending. */
  rest(): void {
    this.process.unref()
    this.process.channel?.unref()
    ;(this.process.stderr as Socket | null)?.unref()
  }

  residentMb(): number {
    return residentMb(this.process.pid)
  }

  async run(order: TaskOrder, limits: OrderLimits): Promise<unknown> {
    this.process.ref()
    this.process.channel?.ref()
    const ends: (() => void)[] = []
    try {
      return await new Promise((resolve, reject) => {
        ends.push(this.hear(order.task, limits.onProgress, resolve, reject), this.watch(limits, reject))
        this.process.send(order, (error) => {
          if (error !== null) reject(new ChildFault('died', error.message))
        })
      })
    } finally {
      this.done += 1
      for (const end of ends) end()
    }
  }

  private hear(
    task: string,
    onProgress: (value: unknown) => void,
    resolve: (value: unknown) => void,
    reject: (error: Error) => void,
  ): () => void {
    const onMessage = (report: TaskReport): void => {
      if (report.kind === 'progress') onProgress(report.value)
      else if (report.kind === 'done') resolve(report.value)
      else reject(errorOf(report))
    }
    // 'close' comes after the last words were read.
    const onClose = (): void => reject(this.death(task))
    this.process.on('message', onMessage).once('close', onClose)
    return () => this.process.off('message', onMessage).off('close', onClose)
  }

  /** The runtime itself ends a child whose heap is full. */
  private death(task: string): ChildFault {
    const full = /heap out of memory|Array buffer allocation failed/.test(this.lastWords)
    return new ChildFault(
      full ? 'memory' : 'died',
      `the child died during ${task}: ${this.lastWords.trim().split('\n').slice(-12).join(' | ')}`,
    )
  }

  /** Time, memory and the caller's patience; a breach is the end of the child. */
  private watch({ timeoutMs, signal }: OrderLimits, reject: (error: unknown) => void): () => void {
    const start = elapsedMs()
    const breach = (error: unknown): void => {
      this.kill()
      reject(error)
    }
    const onAbort = (): void => breach(signal?.reason)
    const timer = setInterval(() => {
      if (elapsedMs() - start > timeoutMs) breach(new ChildFault('time', `the task took longer than ${timeoutMs} ms`))
      else if (this.residentMb() > this.limits.residentMb)
        breach(new ChildFault('memory', `the task took more than ${this.limits.residentMb} MiB`))
    }, watchEveryMs)
    signal?.addEventListener('abort', onAbort, { once: true })
    return () => {
      clearInterval(timer)
      signal?.removeEventListener('abort', onAbort)
    }
  }
}

function errorOf(report: Exclude<TaskReport, { kind: 'progress' | 'done' }>): Error {
  if (report.kind === 'refused') return new Refusal(report.refusal, report.code, report.params)
  const fault = new Error(report.message)
  if (report.stack !== undefined) fault.stack = report.stack
  return fault
}
