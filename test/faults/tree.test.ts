import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DiskFileStore } from '../../apps/server/src/platform/files/disk-file-store.js'
import { goodPassword, newColleague, newPublication } from '../server/desk/desk.js'
import { Visitor } from '../server/desk/visitor.js'
import { HouseProcess, killQuietly, pause } from '../server/house-process.js'
import { Author } from './author.js'
import { chance } from './chance.js'
import { patientTables, settle, somebodyWorks } from './tables.js'
import { clean, judge } from './verdict.js'

const kills = process.env.FULL === '1' ? 40 : 10

let house: HouseProcess
beforeAll(async () => {
  house = await HouseProcess.start({ env: { LOG_LEVEL: 'warn' } })
  await house.welcomed()
})
afterAll(() => house.clear())

/** The database of the house, wherever it listens now. */
const url = (): string => {
  const password = readFileSync(join(house.dataDir, 'postgres-password'), 'utf8').trim()
  const port = readFileSync(join(house.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  return `postgres://bianyin:${password}@127.0.0.1:${port}/postgres`
}

async function newAuthor(): Promise<Author> {
  const base = `http://127.0.0.1:${house.port}`
  const password = /一次性口令 (\S+?)（/.exec(house.out)?.[1] ?? ''
  const administrator = new Visitor(base)
  await administrator.signIn('admin', password)
  await administrator.choosePassword(password, goodPassword)
  const editor = await newColleague(administrator, 'editor', '林编辑')
  return new Author(editor, await newPublication(administrator, '江州高教参考', { editor: [editor] }))
}

test('the whole house killed at random moments: every wish ends in one whole edition', async () => {
  const tables = patientTables(url)
  await settle(tables, 60_000)
  const files = new DiskFileStore(join(house.dataDir, 'files'))
  const author = await newAuthor()
  const known = new Set<string>()
  for await (const sha256 of files.list()) known.add(sha256)
  const random = chance(19_491_001)
  for (let kill = 0; kill < kills; kill += 1) {
    await author.wish(await author.issue())
    if (kill % 2 === 0) await somebodyWorks(tables, 10_000)
    await pause(random(400))
    for (const pid of house.family()) killQuietly(pid)
    house = await HouseProcess.start({ dataDir: house.dataDir, port: house.port, env: { LOG_LEVEL: 'warn' } })
    await house.ready()
  }
  const settled = await settle(tables, 60_000)
  house.kill('SIGTERM')
  expect(await house.exit()).toBe(0)
  house = await HouseProcess.start({ dataDir: house.dataDir, port: house.port })
  await house.ready()
  const { renders, ...verdict } = await judge(tables, join(house.dataDir, 'files'), known)
  console.log(`faults whole house ${JSON.stringify({ kills, settledMs: Math.round(settled ?? -1), renders, ...verdict })}`)
  expect(renders).toBeGreaterThanOrEqual(kills)
  expect(verdict).toEqual(clean)
})
