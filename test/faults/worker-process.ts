import { type ChildProcess, spawn } from 'node:child_process'
import { compiledProgram, projectRoot } from '../../apps/server/src/platform/project-root.js'
import type { TestRuntime } from '../server/platform/runtime-for-test.js'

/** The real worker, or the plain one that has none of its safeguards. */
export type WorkerKind = 'real' | 'plain'

const programs: Readonly<Record<WorkerKind, () => string>> = {
  real: () => compiledProgram('main.worker'),
  plain: () => `${projectRoot()}/test/faults/plain-worker.mjs`,
}

/** One worker as a process of its own, that can be killed and is begun again. */
export class WorkerProcess {
  private child: ChildProcess | undefined
  private stopping = false
  said = ''
  deaths = 0

  constructor(
    private readonly runtime: TestRuntime,
    private readonly kind: WorkerKind,
    /** What its n-th life is told, from 0. */
    private readonly env: (life: number) => NodeJS.ProcessEnv = () => ({}),
  ) {
    this.begin()
  }

  /** kill -9; its task children die with it. */
  kill(): void {
    this.child?.kill('SIGKILL')
  }

  async stop(): Promise<void> {
    this.stopping = true
    const child = this.child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(late)
  }

  private begin(): void {
    const { config, database } = this.runtime
    const child = spawn(process.execPath, [programs[this.kind]()], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        BIANYIN_TEST_BUILD: '1',
        DATABASE_URL: database.url,
        DATA_DIR: config.dataDir,
        PORT: '0',
        HOST: '127.0.0.1',
        LOG_LEVEL: 'warn',
        // A worker that lives for seconds need not warm two children.
        WORKER_CONCURRENCY: '1',
        ...(config.redisUrl === undefined ? {} : { REDIS_URL: config.redisUrl }),
        ...this.env(this.deaths),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child.stderr.on('data', (chunk) => {
      this.said += chunk
    })
    child.once('exit', () => {
      if (this.stopping) return
      this.deaths += 1
      setTimeout(() => this.stopping || this.begin(), 200)
    })
    this.child = child
  }
}
