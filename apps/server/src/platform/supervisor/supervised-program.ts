import { type ChildProcess, fork } from 'node:child_process'
import { elapsedMs } from '../clock.js'
import type { Log } from '../log/log.js'
import { exitCode } from '../program/exit-code.js'
import type { Word } from './words.js'

export interface ProgramOptions {
  readonly name: string
  /** The compiled main. */
  readonly path: string
  readonly env: NodeJS.ProcessEnv
  readonly log: Log
  /** Called when the program says that trying again would change nothing. */
  readonly onHopeless: (reason: Error) => void
}

/** A program refused to begin and has said why; its supervisor ends with it. */
export class HopelessProgram extends Error {
  constructor(name: string) {
    super(`${name} refused to begin`)
    this.name = 'HopelessProgram'
  }
}

/** House: quick at first, for a crash; slower each time, for a fault that stays. */
const backoffMs = { least: 200, most: 10_000 }
/** Up for so long, a program counts as well again. */
const wellAfterMs = 30_000
/** No word for so long, or deaf for so long: it is ended and begun anew. */
const mostSilenceMs = 30_000

/** One program of the house, begun again whenever it dies, until stopped. */
export class SupervisedProgram {
  private child: ChildProcess | undefined
  private stopping = false
  private delayMs = backoffMs.least
  private heardAt = 0
  private timer: NodeJS.Timeout | undefined
  private readonly watch: NodeJS.Timeout
  private readonly readiness: { resolve: (port: number | undefined) => void; readonly promise: Promise<number | undefined> }

  constructor(private readonly options: ProgramOptions) {
    this.readiness = withResolve()
    this.watch = setInterval(() => this.checkSilence(), 2000)
    this.begin()
  }

  /** The first time it says it is ready; the port it listens on, if it does. */
  ready(): Promise<number | undefined> {
    return this.readiness.promise
  }

  /** SIGTERM, and SIGKILL for what has not ended within the patience. */
  async stop(patienceMs: number): Promise<void> {
    this.stopping = true
    clearInterval(this.watch)
    clearTimeout(this.timer)
    const child = this.child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    await ended
    clearTimeout(late)
  }

  private begin(): void {
    if (this.stopping) return
    const began = elapsedMs()
    this.heardAt = began
    const child = fork(this.options.path, [], { env: this.options.env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    this.child = child
    child.on('message', (word: Word) => this.hear(word))
    child.once('exit', (code, signal) => this.mourn(code, signal, elapsedMs() - began))
  }

  private hear(word: Word): void {
    this.heardAt = elapsedMs()
    if (word.kind === 'ready') this.readiness.resolve(word.port)
    else if (word.silenceMs > mostSilenceMs) this.end('it is alive and deaf')
  }

  private mourn(code: number | null, signal: NodeJS.Signals | null, lived: number): void {
    if (this.stopping) return
    const { log, name, onHopeless } = this.options
    if (code === exitCode.refused) onHopeless(new HopelessProgram(name))
    if (code === exitCode.refused) return
    const delay = lived > wellAfterMs ? backoffMs.least : this.delayMs
    this.delayMs = Math.min(delay * 2, backoffMs.most)
    log.error({ died: name, code, signal, againInMs: delay }, 'a program died and is begun again')
    this.timer = setTimeout(() => this.begin(), delay)
  }

  private checkSilence(): void {
    if (elapsedMs() - this.heardAt > mostSilenceMs + 60_000) this.end('nothing was heard of it')
  }

  private end(why: string): void {
    this.options.log.error({ program: this.options.name }, `a program is ended: ${why}`)
    this.heardAt = elapsedMs()
    this.child?.kill('SIGKILL')
  }
}

function withResolve(): { resolve: (port: number | undefined) => void; promise: Promise<number | undefined> } {
  let resolve: (port: number | undefined) => void = () => {}
  const promise = new Promise<number | undefined>((done) => {
    resolve = done
  })
  return { resolve, promise }
}
