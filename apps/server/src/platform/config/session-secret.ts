import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.js'

/** Injection token of the session secret. */
export const SESSION_SECRET = Symbol('session secret')

/** The secret given, or the one made once and kept in DATA_DIR, readable by the owner alone. Two processes starting together get the same. */
export async function sessionSecret(config: Config): Promise<string> {
  if (config.sessionSecret !== undefined) return config.sessionSecret
  const path = join(config.dataDir, 'session-secret')
  return (await kept(path)) ?? make(path)
}

async function kept(path: string): Promise<string | undefined> {
  try {
    const secret = (await readFile(path, 'utf8')).trim()
    await chmod(path, 0o600)
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Written whole under another name first, then linked: whoever comes second finds the first one's. */
async function make(path: string): Promise<string> {
  await mkdir(join(path, '..'), { recursive: true })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const secret = randomBytes(48).toString('base64url')
  await writeFile(draft, `${secret}\n`, { mode: 0o600 })
  try {
    await link(draft, path)
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return (await kept(path)) as string
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}
