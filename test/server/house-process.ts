import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../apps/server/src/platform/database/embedded/free-port.js'
import { isAlive } from '../../apps/server/src/platform/database/embedded/postmaster-file.js'
import { compiledProgram } from '../../apps/server/src/platform/project-root.js'

export interface HouseOptions {
  readonly dataDir?: string
  readonly port?: number
  readonly env?: NodeJS.ProcessEnv
  /** Words before `node`, such as `setpriv --reuid 1234`. */
  readonly before?: readonly string[]
  readonly program?: string
  readonly args?: readonly string[]
}

/** A whole house as `npm start` runs it, with its family of processes. */
export class HouseProcess {
  readonly dataDir: string
  out = ''
  err = ''
  private readonly ended: Promise<number | string>

  private constructor(
    readonly process: ChildProcess,
    readonly port: number,
    dataDir: string,
  ) {
    this.dataDir = dataDir
    process.stdout?.on('data', (chunk) => {
      this.out += chunk
    })
    process.stderr?.on('data', (chunk) => {
      this.err += chunk
    })
    this.ended = new Promise((resolve) => process.once('close', (code, signal) => resolve(code ?? signal ?? 'gone')))
  }

  static async start(options: HouseOptions = {}): Promise<HouseProcess> {
    const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'bianyin-house-'))
    const port = options.port ?? (await freePort())
    const [command, ...args] = [
      ...(options.before ?? []),
      process.execPath,
      compiledProgram(options.program ?? 'main.all'),
      ...(options.args ?? []),
    ] as [string]
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: 'C.UTF-8',
      LOG_LEVEL: 'info',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...options.env,
    }
    return new HouseProcess(spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true }), port, dataDir)
  }

  get pid(): number {
    return this.process.pid as number
  }

  /** Exit code or signal. */
  exit(): Promise<number | string> {
    return this.ended
  }

  async status(path: string): Promise<number> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, { signal: AbortSignal.timeout(6000) }).then(
      async (answer) => {
        await answer.text()
        return answer.status
      },
      () => 0,
    )
  }

  /** Milliseconds until the house says it is ready; throws with what it wrote when it does not come. */
  async ready(patienceMs = 120_000): Promise<number> {
    const began = performance.now()
    while ((await this.status('/health/ready')) !== 200) {
      if (performance.now() - began > patienceMs || this.process.exitCode !== null)
        throw new Error(`not ready: ${this.process.exitCode}\n${this.out}\n${this.err}`)
      await pause(50)
    }
    return performance.now() - began
  }

  /** Ready, and the worker takes jobs, and the welcome has been told. */
  async settled(): Promise<void> {
    await this.ready()
    await waitFor(() => this.out.includes(`:${this.port}`), 120_000)
  }

  /** The welcome has said all it had to say; at the first run it makes the sample, too. */
  async welcomed(): Promise<void> {
    await this.settled()
    await waitFor(() => !familyOf(this.pid).some((pid) => commandOf(pid).includes('main.cli.js')), 120_000)
  }

  kill(signal: NodeJS.Signals): void {
    this.process.kill(signal)
  }

  /** The database's process id, from its own file. */
  get postgres(): number {
    return Number(readFileSync(join(this.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  }

  /** The process of one program of the house. */
  program(name: string): number {
    const found = this.findProgram(name)
    if (found === undefined) throw new Error(`there is no ${name}`)
    return found
  }

  runs(name: string): boolean {
    return this.findProgram(name) !== undefined
  }

  private findProgram(name: string): number | undefined {
    return familyOf(this.pid).find((pid) => commandOf(pid).includes(`main.${name}.js`))
  }

  /** Everything the house started, itself included. */
  family(): number[] {
    const roots = [this.pid, ...(existsSync(join(this.dataDir, 'postgres/postmaster.pid')) ? [this.postgres] : [])]
    return [...new Set(roots.flatMap(familyOf))]
  }

  kill9(): void {
    for (const pid of this.family()) killQuietly(pid)
  }

  clear(): void {
    this.kill9()
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export async function waitFor(question: () => boolean, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (!question()) {
    if (performance.now() > deadline) throw new Error(`it did not come true within ${patienceMs} ms: ${String(question)}`)
    await pause(30)
  }
}

export const alive = (pids: readonly number[]): number[] => pids.filter((pid) => isAlive(pid) && !isZombie(pid))

export function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

/** A process and all its descendants. */
export function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(Number(name)) : undefined
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const gather = (one: number): number[] => [one, ...(children.get(one) ?? []).flatMap(gather)]
  return gather(pid)
}

const stat = (pid: number): string[] => {
  try {
    return (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] as string).split(' ')
  } catch {
    return []
  }
}
const parentOf = (pid: number): number | undefined => (stat(pid)[1] === undefined ? undefined : Number(stat(pid)[1]))
const isZombie = (pid: number): boolean => stat(pid)[0] === 'Z'

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
