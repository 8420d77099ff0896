import { spawn } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrateDown, migrateUp, migrationStatus } from '../../../apps/server/src/platform/database/migrate.js'
import { parseMigration } from '../../../apps/server/src/platform/database/migration-files.js'
import { compiledProgram } from '../../../apps/server/src/platform/project-root.js'
import { figures, often } from '../../faults/points.js'
import { type FreshDatabase, freshDatabase } from '../fresh-database.js'

let database: FreshDatabase
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(() => database.drop())

const house = async () => {
  const found = await database.query<{ number: number; name: string; checksum: string }>(
    'SELECT number, name, checksum FROM schema_steps ORDER BY number',
  )
  return found.map((row) => ({ ...row, up: 'SELECT 1', down: 'SELECT 1' }))
}
const step = (number: number, up: string, down = '') => parseMigration(`${number}-step.sql`, `-- up\n${up}\n-- down\n${down}\n`)
const made = step(9001, 'CREATE TABLE made (id int);', 'DROP TABLE made;')

test('a step is taken once, and taken back', async () => {
  const steps = [...(await house()), made]
  expect(await migrateUp(database.url, steps)).toEqual(['9001-step'])
  expect(await migrateUp(database.url, steps)).toEqual([])
  expect((await migrationStatus(database.url, steps)).at(-1)).toEqual({ number: 9001, name: 'step', applied: true })
  expect(await migrateDown(database.url, 9000, steps)).toEqual(['9001-step'])
  await expect(database.query('SELECT * FROM made')).rejects.toThrow('does not exist')
})

test('four processes at once take each step once', async () => {
  const steps = [...(await house()), made]
  const rounds = often(1, 20)
  for (let round = 0; round < rounds; round += 1) {
    const taken = await Promise.all([1, 2, 3, 4].map(() => migrateUp(database.url, steps)))
    expect(taken.flat()).toEqual(['9001-step'])
    await migrateDown(database.url, 9000, steps)
  }
  figures('four at the same step', { rounds })
})

test('a step that fails leaves nothing of itself', async () => {
  const broken = step(9001, 'CREATE TABLE half (id int); SELECT nonsense;')
  await expect(migrateUp(database.url, [...(await house()), broken])).rejects.toThrow('nonsense')
  await expect(database.query('SELECT * FROM half')).rejects.toThrow('does not exist')
  expect((await migrationStatus(database.url, [...(await house()), broken])).at(-1)?.applied).toBe(false)
})

test('a step rewritten after it was taken, and a shape from a newer house, are refused', async () => {
  const steps = await house()
  await migrateUp(database.url, [...steps, made])
  const rewritten = step(9001, 'CREATE TABLE made (id bigint);', 'DROP TABLE made;')
  await expect(migrateUp(database.url, [...steps, rewritten])).rejects.toMatchObject({ code: 'database/step-rewritten' })
  await expect(migrateUp(database.url, steps)).rejects.toMatchObject({ code: 'database/newer-schema', params: { number: 9001 } })
})

test.each(often(1, 20) === 1 ? [2] : Array.from({ length: 20 }, (_, n) => n + 1))(
  'killed before record %i is written, the next run completes',
  async (n) => {
    await database.query('DROP SCHEMA public CASCADE')
    await database.query('CREATE SCHEMA public')
    const killed = await run({ FAILPOINT: `database/migration-before-record:kill:${n}`, BIANYIN_TEST_BUILD: '1' })
    expect(killed).toBe('SIGKILL')
    expect(await run({})).toBe(0)
    expect((await migrationStatus(database.url)).every((one) => one.applied)).toBe(true)
  },
)

const run = (env: NodeJS.ProcessEnv): Promise<number | string | null> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [compiledProgram('main.cli'), 'migrate', 'up'], {
      env: { PATH: process.env.PATH, DATABASE_URL: database.url, ...env },
      stdio: 'ignore',
    })
    child.once('exit', (code, signal) => resolve(code ?? signal))
  })
