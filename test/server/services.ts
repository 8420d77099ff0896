import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from '../../apps/server/src/platform/database/embedded/free-port.js'

const required = new Set((process.env.REQUIRE ?? '').split(',').map((word) => word.trim()))

/** A service of the machine, found or not; where REQUIRE names it, not found is a failure. */
function found(name: string, path: string | undefined): string | undefined {
  if (path === undefined && required.has(name)) throw new Error(`REQUIRE names ${name}, and it is not on this machine`)
  return path
}

const onPath = (program: string): string | undefined => {
  try {
    return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

export const redisProgram = (): string | undefined => found('redis', onPath('redis-server'))

/** The folder of Debian's own PostgreSQL programs. */
export function debianPostgres(): string | undefined {
  const home = '/usr/lib/postgresql'
  const newest = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a))[0] : undefined
  return found('postgres', newest === undefined ? undefined : join(home, newest, 'bin'))
}

export interface TestRedis {
  readonly url: string
  kill(): void
  /** Forgets everything while it runs. */
  empty(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** A Redis of our own with an append-only file, on a free port; `kill` is kill -9, `start` brings it back on the same port and data. */
export async function testRedis(options: { appendOnly?: boolean } = {}): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'bianyin-redis-'))
  const port = await freePort()
  const flags = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    options.appendOnly === false ? 'no' : 'yes',
  ]
  const url = `redis://127.0.0.1:${port}`
  let server: ChildProcess | null = null
  let gone = Promise.resolve()
  /** One that was killed holds its port until it is gone: the next, begun before that, would end at once, and nobody would answer. */
  const start = async (): Promise<void> => {
    if (server?.killed === true) await gone
    if (server === null || server.killed || server.exitCode !== null) {
      const begun = spawn(redisProgram() as string, flags, { stdio: 'ignore' })
      server = begun
      gone = new Promise((resolve) => begun.once('exit', () => resolve()))
    }
    const ended = gone.then(() => Promise.reject(new Error(`Redis ended at its start on port ${port}`)))
    ended.catch(() => {})
    await Promise.race([answersPing(url), ended])
  }
  await start()
  return {
    url,
    start,
    kill: () => server?.kill('SIGKILL') ?? false,
    async empty() {
      const client = new Redis(url)
      await client.flushall()
      client.disconnect()
    },
    async stop() {
      server?.kill('SIGKILL')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answersPing(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null })
  client.on('error', () => {})
  await client.ping()
  client.disconnect()
}
