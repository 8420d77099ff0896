import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupName } from '../backup/kept-backups.js'
import { createLog } from '../log/log.js'
import { backUpWhenDue } from './scheduled-backup.js'

const log = createLog('silent', 'test')
const hoursAgo = (hours: number): string => backupName(new Date(Date.now() - hours * 3_600_000))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bianyin-backups-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Commands that write what they are told to, and find it whole or not. */
const commands = (whole: number) => {
  const said: string[] = []
  const run = async (word: string, path: string): Promise<number> => {
    said.push(word)
    if (word === 'backup') writeFileSync(path, 'x')
    return word === 'verify' ? whole : 0
  }
  return { said, run: (...words: string[]) => run(words[0] as string, words[1] as string) }
}

test('one is made, looked through, and the outlived go; the next only a day later', async () => {
  for (const name of [hoursAgo(30), hoursAgo(31), 'before-upgrade.tar']) writeFileSync(join(folder, name), 'x')
  const { said, run } = commands(0)
  expect(await backUpWhenDue(folder, run, log)).toBeDefined()
  expect(said).toEqual(['backup', 'verify'])
  expect(readdirSync(folder)).toContain('before-upgrade.tar')
  expect(await backUpWhenDue(folder, run, log)).toBeUndefined()
  expect(said.length).toBe(2)
})

test('one that cannot be read through takes none of the older ones away', async () => {
  const old = [hoursAgo(30), hoursAgo(31)]
  for (const name of old) writeFileSync(join(folder, name), 'x')
  expect(await backUpWhenDue(folder, commands(2).run, log)).toBeUndefined()
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(old))
})
