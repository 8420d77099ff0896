import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleAnswer, type IssueAnswer, renderAnswer, renderList } from '#lib/editorial'
import { commands } from '../../apps/server/src/commands.js'
import { runCommand } from '../../apps/server/src/platform/command/run-command.js'
import { migrateDown, migrateUp } from '../../apps/server/src/platform/database/migrate.js'
import { readMigrations } from '../../apps/server/src/platform/database/migration-files.js'
import { DiskFileStore } from '../../apps/server/src/platform/files/disk-file-store.js'
import { compiledProgram } from '../../apps/server/src/platform/project-root.js'
import { Author } from '../faults/author.js'
import { chance } from '../faults/chance.js'
import { crowd } from '../faults/crowd.js'
import { figures, often, pause } from '../faults/points.js'
import { columnSums } from './column-sums.js'
import { type Colleague, type Desk, openDesk } from './desk/desk.js'
import { article } from './desk/example-articles.js'
import { good, refused } from './desk/visitor.js'
import { type FreshDatabase, freshDatabase } from './fresh-database.js'
import { until } from './platform/worker-for-test.js'

/** What lies in the house besides. */
const many = { blobs: often(50, 5000), issues: often(5, 1000), articles: often(20, 10_000) }

let desk: Desk
let editor: Colleague
let issue: IssueAnswer
let folder: string
let archive: string
/** The database of a house restored from a backup. */
let elsewhere: string
const databases: FreshDatabase[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bianyin-operations-'))
  archive = join(folder, 'bianyin.backup')
  desk = await openDesk()
  editor = await desk.person('editor', '林编辑')
  const author = new Author(editor, await desk.publication('江州高教参考', { editor: [editor] }))
  issue = await author.issue()
  await author.wish(issue)
  await crowd(desk, many)
})
afterAll(async () => {
  await desk.close()
  for (const database of databases) await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

interface Ran {
  readonly code: number
  readonly out: string
  readonly told: string
}

/** A command as an administrator types it on the machine of a house. */
async function run(place: { url: string; dataDir: string }, ...argv: string[]): Promise<Ran> {
  const [out, told]: [string[], string[]] = [[], []]
  const env = { PATH: process.env.PATH, LOG_LEVEL: 'silent', DATABASE_URL: place.url, DATA_DIR: place.dataDir }
  const io = { out: (text: string) => void out.push(text), tell: (text: string) => void told.push(text) }
  const more = { language: 'zh', env, terminal: false, signal: new AbortController().signal } as const
  return { code: await runCommand(commands, argv, { ...io, ...more }), out: out.join(''), told: told.join('') }
}

const here = (): { url: string; dataDir: string } => ({ url: desk.runtime.database.url, dataDir: desk.runtime.config.dataDir })

/** An empty machine: a database without a single table, and an empty folder. */
async function emptyPlace(): Promise<{ url: string; dataDir: string; database: FreshDatabase }> {
  const database = await freshDatabase()
  databases.push(database)
  await migrateDown(database.url, 0)
  return { url: database.url, dataDir: mkdtempSync(join(folder, 'empty-')), database }
}

async function filesOf(dataDir: string): Promise<string[]> {
  const found: string[] = []
  for await (const sha256 of new DiskFileStore(join(dataDir, 'files')).list()) found.push(sha256)
  return found
}

/** What every table holds, as one hash each; the audit aside, to which the commands themselves add. */
async function sums(database: FreshDatabase): Promise<Record<string, string | null>> {
  const tables = await database.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  )
  const found: Record<string, string | null> = {}
  for (const { name } of tables) {
    if (['audit_entries', 'schema_steps', 'sessions', 'sign_in_tries'].includes(name)) continue
    const [row] = await database.query<{ sum: string | null }>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${name} t`,
    )
    found[name] = row?.sum ?? null
  }
  return found
}

/** The columns of both that do not hold the same. */
const different = (left: Sums | undefined, right: Sums | undefined): string[] =>
  [...(left ?? [])].flatMap(([name, sum]) => (right?.has(name) !== true || right.get(name) === sum ? [] : [name]))
type Sums = ReadonlyMap<string, string>

/** The same by whoever looks after the house, and nobody else. */
async function overTheWeb(id: string): Promise<void> {
  expect(refused(await editor.get('/house/renders'))).toBe('403 people/not-allowed')
  const waiting = good(await desk.administrator.get('/house/renders'), renderList).items
  expect(waiting.map((one) => [one.id, one.state])).toEqual([[id, 'queued']])
  expect(refused(await desk.administrator.post(`/house/renders/${id}/retry`))).toBe('409 command/job-state')
  expect(good(await desk.administrator.post(`/house/renders/${id}/cancel`), renderAnswer).state).toBe('cancelled')
  expect(good(await desk.administrator.get('/house/renders'), renderList).items).toEqual([])
  expect(good(await desk.administrator.get('/house/renders?state=cancelled'), renderList).items.length).toBe(1)
  expect(good(await desk.administrator.post(`/house/renders/${id}/retry`), renderAnswer)).toMatchObject({ state: 'queued', error: null })
}

describe('jobs', () => {
  test('are listed, cancelled, asked for again, and then done', async () => {
    const listed = JSON.parse((await run(here(), 'jobs', 'list', '--json')).out) as { id: string; state: string }[]
    expect(listed.map((job) => job.state)).toEqual(['queued'])
    const id = listed[0]?.id ?? ''
    expect((await run(here(), 'jobs', 'retry', id)).code).toBe(2)
    expect((await run(here(), 'jobs', 'cancel', id)).code).toBe(0)
    expect((await run(here(), 'jobs', 'cancel', id)).told).toContain('cancelled')
    expect((await run(here(), 'jobs', 'retry', id)).code).toBe(0)
    await overTheWeb(id)
    expect((await run(here(), 'jobs', 'retry', 'nonsense')).code).toBe(2)
    await desk.work()
    await until(async () => good(await editor.get(`/renders/${id}`), renderAnswer).state === 'done', 60_000)
    expect((await run(here(), 'jobs', 'list')).out).toBe('')
    expect(JSON.parse((await run(here(), 'reconcile', '--json')).out)).toEqual({ mended: 0 })
  })
})

describe('a backup', () => {
  test('made while the house runs comes back whole on an empty machine: every row, every file, the audit', async () => {
    const began = performance.now()
    const made = await run(here(), 'backup', archive, '--json')
    const madeMs = Math.round(performance.now() - began)
    expect(made.code, made.told).toBe(0)
    expect(statSync(archive).mode & 0o077).toBe(0)
    expect((await run(here(), 'verify', archive)).code).toBe(0)
    const place = await emptyPlace()
    const beganAgain = performance.now()
    const restored = await run(place, 'restore', archive, '--json')
    expect(restored.code, restored.told).toBe(0)
    figures('backup', { ...many, bytes: statSync(archive).size, madeMs, restoredMs: Math.round(performance.now() - beganAgain) })
    expect(JSON.parse(restored.out)).toMatchObject({ intact: true })
    expect(await sums(place.database)).toEqual(await sums(desk.runtime.database))
    expect(await filesOf(place.dataDir)).toEqual(await filesOf(here().dataDir))
    const looked = await run(place, 'verify', '--json')
    expect(looked.code, looked.out).toBe(0)
    expect((await run(place, 'restore', archive)).told).toContain('已有数据')
  })

  test('made while people write holds everything that was acknowledged before it, and nothing half', async () => {
    const acked: { article: string; version: number }[] = []
    let over = false
    const write = async (n: number): Promise<void> => {
      const path = `/publications/${issue.publication}/articles`
      let { id, version } = good(await editor.post(path, { content: article(`边备份边写${n}`) }), articleAnswer, 201)
      while (!over) {
        const content = article(`边备份边写${n}`, `第${version}次`)
        ;({ id, version } = good(await editor.put(`/articles/${id}`, { content }, { version }), articleAnswer))
        acked.push({ article: id, version })
        await pause(100)
      }
    }
    const writing = [1, 2].map(write)
    await until(async () => acked.length > 4)
    const before = [...acked]
    const file = join(folder, 'while-writing.backup')
    expect((await run(here(), 'backup', file)).code).toBe(0)
    over = true
    await Promise.all(writing)
    const place = await emptyPlace()
    elsewhere = place.url
    const restored = await run(place, 'restore', file, '--json')
    expect(restored.code, restored.told).toBe(0)
    expect((await run(place, 'verify')).code).toBe(0)
    const kept = await place.database.query<{ article: string; version: number }>('SELECT article, number AS version FROM article_versions')
    const lost = before.filter((one) => !kept.some(({ article, version }) => article === one.article && version === one.version))
    const [row] = await place.database.query<{ half: string }>(
      'SELECT count(*) AS half FROM articles a WHERE a.version <> (SELECT max(number) FROM article_versions v WHERE v.article = a.id)',
    )
    figures('backup while writing', { ackedBefore: before.length, acked: acked.length, lost: lost.length, half: Number(row?.half) })
    expect([lost, row?.half]).toEqual([[], '0'])
  })

  test('with one byte changed anywhere, or cut short, is refused and changes nothing', async () => {
    const whole = readFileSync(archive)
    const place = await emptyPlace()
    const bad = join(folder, 'bad.backup')
    const places = [3, 130, 600, Math.floor(whole.length / 2), whole.length - 2000, whole.length - 1536, whole.length - 1]
    for (const at of places) {
      const copy = Buffer.from(whole)
      copy[at] = (copy[at] as number) ^ 1
      writeFileSync(bad, copy)
      expect((await run(place, 'restore', bad)).code, `byte ${at}`).toBe(2)
    }
    writeFileSync(bad, whole.subarray(0, whole.length - 700))
    expect((await run(place, 'restore', bad)).told).toContain('不是完整的备份')
    expect((await run(place, 'restore', join(folder, 'none'))).told).toContain('没有文件')
    expect(await place.database.query(`SELECT relname FROM pg_class WHERE relname = 'people'`)).toEqual([])
    expect(existsSync(join(place.dataDir, 'files')) ? await filesOf(place.dataDir) : []).toEqual([])
  })

  test('killed in the middle leaves the last good one', async () => {
    const kept = join(folder, 'kept.backup')
    copyFileSync(archive, kept)
    const before = readFileSync(kept)
    const env = { PATH: process.env.PATH, DATABASE_URL: here().url, DATA_DIR: here().dataDir, BIANYIN_TEST_BUILD: '1' }
    const more = { FAILPOINT: 'backup/tables-written:kill:1' }
    const killed = spawnSync(process.execPath, [compiledProgram('main.cli'), 'backup', kept], { env: { ...env, ...more } })
    expect(killed.signal).toBe('SIGKILL')
    expect(readFileSync(kept).equals(before)).toBe(true)
    expect((await run(here(), 'backup', kept)).code).toBe(0)
    expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([])
  })
})

describe('every step of the schema', () => {
  test('taken back and taken again on data, leaves what it does not concern as it was', async () => {
    const url = elsewhere
    const steps = await readMigrations()
    const looked = steps.slice(-often(6, steps.length - 1))
    const began = performance.now()
    let whole = await columnSums(url)
    for (const step of looked.reverse()) {
      const at = steps.indexOf(step)
      await migrateDown(url, steps[at - 1]?.number ?? 0)
      const less = await columnSums(url)
      expect(different(less, whole), `taking back ${step.number}-${step.name}`).toEqual([])
      await migrateUp(url, steps.slice(0, at + 1))
      const again = await columnSums(url)
      expect(different(less, again), `taking ${step.number}-${step.name} again`).toEqual([])
      expect([...again.keys()].sort()).toEqual([...whole.keys()].sort())
      await migrateDown(url, steps[at - 1]?.number ?? 0)
      whole = less
    }
    figures('schema down and up', { ...many, steps: looked.length, tookMs: Math.round(performance.now() - began) })
  })
})

describe('looking after the house', () => {
  test('the audit is exported line by line; a head it does not hold shows that it was cut', async () => {
    const lines = (await run(here(), 'audit', 'export')).out.trimEnd().split('\n')
    const { entries, head } = JSON.parse((await run(here(), 'audit', 'verify', '--json')).out) as { entries: number; head: string }
    expect(lines.length).toBe(entries)
    expect(JSON.parse(lines.at(-1) as string)).toMatchObject({ sequence: entries, hash: head })
    expect((await run(here(), 'audit', 'verify', '--head', head)).code).toBe(0)
    expect((await run(here(), 'audit', 'verify', '--head', 'f'.repeat(64))).code).toBe(3)
    expect((await run(here(), 'audit', 'export', '--from', '2999-01-01')).out).toBe('')
    expect((await run(here(), 'audit', 'export', '--from', 'tomorrow')).code).toBe(2)
  })

  test('gc sweeps nothing that is young, and says what nobody needs', async () => {
    const orphan = await desk.runtime.files.put(Buffer.from('没有人要的文件'))
    expect(JSON.parse((await run(here(), 'gc', '--dry-run', '--json')).out)).toEqual({ dryRun: true, removed: [orphan.sha256] })
    expect(JSON.parse((await run(here(), 'gc', '--json')).out)).toEqual({ dryRun: false, removed: [] })
    expect(await desk.runtime.files.has(orphan.sha256)).toBe(true)
  })

  test('verify names what is damaged and what is gone, and nothing else', async () => {
    expect((await run(here(), 'verify')).code).toBe(0)
    const files = desk.runtime.files
    const kept = await desk.runtime.database.query<{ sha256: string }>(
      'SELECT sha256 FROM edition_files UNION SELECT sha256 FROM snapshots ORDER BY 1',
    )
    const draw = chance(18)
    const struck = kept.map((row) => row.sha256).sort(() => draw(3) - 1)
    const strokes = often(8, 200)
    const [damaged, gone] = [struck.slice(0, strokes - strokes / 4), struck.slice(strokes - strokes / 4, strokes)]
    for (const [n, sha256] of damaged.entries()) spoil(files.path(sha256), n % 3, files.path(struck.at(-1) ?? ''))
    for (const sha256 of gone) await files.remove(sha256)
    const found = await run(here(), 'verify', '--json')
    expect(found.code).toBe(3)
    const told = JSON.parse(found.out) as { damaged: string[]; absent: string[] }
    figures('damage', { files: kept.length, damaged: damaged.length, gone: gone.length, told: told.damaged.length + told.absent.length })
    expect([told.damaged.sort(), told.absent.sort()]).toEqual([damaged.sort(), gone.sort()])
    const backup = await run(here(), 'backup', join(folder, 'damaged.backup'), '--json')
    expect(backup.code).toBe(3)
    expect((JSON.parse(backup.out) as { damaged: string[] }).damaged.sort()).toEqual(damaged)
  })
})

/** One bit another, cut short, or the bytes of another file. */
function spoil(path: string, how: number, other: string): void {
  const bytes = readFileSync(path)
  if (how === 0) bytes[10] = (bytes[10] as number) ^ 1
  writeFileSync(path, how === 0 ? bytes : how === 1 ? bytes.subarray(0, bytes.length - 1) : readFileSync(other))
}
