import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { chown, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { conflict } from '#lib/editorial'

/** How a program is started so that PostgreSQL, which refuses to run as root, accepts us. */
export interface Launch {
  readonly command: string
  readonly args: readonly string[]
  readonly uid?: number
  readonly gid?: number
}

export type Drop =
  | { readonly kind: 'none' }
  | { readonly kind: 'namespace' }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }

const namespaceFlags = ['--user', '--map-user=65534', '--map-group=65534']

/**
 * As root we step down, by a user namespace where the system allows one (works under a closed home), else to the user postgres or nobody.
 * An existing data folder decides: whoever owns it goes on owning it.
 */
export async function chooseDrop(dataFolder: string): Promise<Drop> {
  if (process.getuid?.() !== 0) return { kind: 'none' }
  const owner = ownerOf(dataFolder)
  if (owner !== undefined && owner.uid !== 0) return { kind: 'user', ...owner }
  if (namespacesWork()) return { kind: 'namespace' }
  const user = systemUser()
  if (owner !== undefined) await give(dataFolder, user.uid, user.gid)
  return { kind: 'user', ...user }
}

export function launch(drop: Drop, program: string, args: readonly string[]): Launch {
  if (drop.kind === 'namespace') return { command: 'unshare', args: [...namespaceFlags, program, ...args] }
  if (drop.kind === 'user') return { command: program, args, uid: drop.uid, gid: drop.gid }
  return { command: program, args }
}

/** The user stepped down to must be able to reach what it is to run and to keep; refuses with the first path it cannot. */
export function refuseClosed(drop: Drop, paths: readonly string[]): void {
  if (drop.kind !== 'user') return
  const { uid, gid } = drop
  const closed = paths.find((path) => spawnSync('test', ['-x', path], { uid, gid, stdio: 'ignore' }).status !== 0)
  if (closed !== undefined) throw conflict('database/closed-folder', { path: closed, uid })
}

function ownerOf(folder: string): { uid: number; gid: number } | undefined {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found === undefined ? undefined : { uid: found.uid, gid: found.gid }
}

const namespacesWork = (): boolean => spawnSync('unshare', [...namespaceFlags, 'true'], { stdio: 'ignore' }).status === 0

function systemUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (user === undefined)
    throw new Error('running as root, and there is neither a user namespace nor a user postgres or nobody to run the database as')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** Hands a folder with all it holds to another user; links are given, not followed. */
export async function give(path: string, uid: number, gid: number): Promise<void> {
  await chown(path, uid, gid)
  for (const entry of await readdir(path)) {
    const inner = join(path, entry)
    const found = await lstat(inner)
    if (found.isDirectory()) await give(inner, uid, gid)
    else if (!found.isSymbolicLink()) await chown(inner, uid, gid)
  }
}
