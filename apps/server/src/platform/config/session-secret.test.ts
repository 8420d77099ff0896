import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './read-config.js'
import { sessionSecret } from './session-secret.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bianyin-secret-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('made once, kept for its owner alone, the same for all who come together', async () => {
  const config = readConfig({ DATA_DIR: join(folder, 'data') })
  const secrets = await Promise.all(Array.from({ length: 8 }, () => sessionSecret(config)))
  expect(new Set(secrets).size).toBe(1)
  expect(Buffer.from(secrets[0] as string, 'base64url').length).toBeGreaterThanOrEqual(32)
  expect(await sessionSecret(config)).toBe(secrets[0])
  expect((await stat(join(folder, 'data', 'session-secret'))).mode & 0o777).toBe(0o600)
  expect(await readdir(join(folder, 'data'))).toEqual(['session-secret'])
})
