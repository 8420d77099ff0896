import { spawn } from 'node:child_process'
import { closeSync, openSync, renameSync, statSync } from 'node:fs'
import { tied } from '../../program/tie.js'
import type { Binaries } from './binaries.js'
import { goesWithUs } from './last-resort.js'
import { type Drop, launch } from './unprivileged.js'

export interface PostmasterOptions {
  /** Off only in tests: a crash of the machine may then lose everything. */
  readonly fsync?: boolean
  /** Whether the server dies with the process that started it (throw-away folders) instead of waiting to be taken over. */
  readonly diesWithParent?: boolean
  readonly maxConnections?: number
}

export interface PostmasterPlace extends PostmasterOptions {
  readonly folder: string
  readonly log: string
  readonly port: number
  readonly binaries: Binaries
  readonly drop: Drop
}

export interface PostmasterChild {
  readonly pid: number
  ended(): boolean
}

/** Starts the server in a session of its own, so that Ctrl-C at the terminal reaches only the supervisor. */
export async function spawnPostmaster(place: PostmasterPlace): Promise<PostmasterChild> {
  const [program = '', ...words] = [...(place.diesWithParent === true ? tied('INT') : []), place.binaries.postgres, ...flags(place)]
  const { command, args, ...owner } = launch(place.drop, program, words)
  putAside(place.log)
  const log = openSync(place.log, 'a', 0o600)
  const child = spawn(command, args, {
    ...owner,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' },
  })
  closeSync(log)
  let ended = false
  await new Promise((resolve, reject) => child.once('spawn', () => resolve(undefined)).once('error', reject))
  const spare = goesWithUs(child.pid as number, 'SIGQUIT')
  child.once('exit', () => {
    ended = true
    spare()
  })
  child.unref()
  return { pid: child.pid as number, ended: () => ended }
}

/** House: one old log of a few MiB is enough to look back. */
const mostLogBytes = 5 * 1024 * 1024

function putAside(log: string): void {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > mostLogBytes) renameSync(log, `${log}.1`)
}

function flags(place: PostmasterPlace): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: place.maxConnections ?? 60,
    fsync: place.fsync === false ? 'off' : 'on',
    synchronous_commit: place.fsync === false ? 'off' : 'on',
    full_page_writes: place.fsync === false ? 'off' : 'on',
    log_timezone: 'UTC',
    timezone: 'UTC',
    log_checkpoints: 'off',
    idle_in_transaction_session_timeout: '120s',
    tcp_keepalives_idle: 30,
    tcp_keepalives_interval: 10,
    tcp_keepalives_count: 3,
  }
  return ['-D', place.folder, '-p', String(place.port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
